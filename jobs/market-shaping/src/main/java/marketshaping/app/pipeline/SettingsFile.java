package marketshaping.app.pipeline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;

/** Reads a settings file. Reports all unknown, missing and wrong settings together, before the run starts. */
public final class SettingsFile {
    private static final String BUILT_IN = "/settings.yaml";
    private static final Set<String> KEYS = Set.of(
            "council",
            "partners",
            "framework-go-live",
            "targets",
            "disclosure",
            "contact",
            "shrinkage-percent",
            "history-months",
            "mappings",
            "upsert",
            "deliver",
            "intentions");
    private static final Set<String> COUNCIL_KEYS = Set.of("name", "code", "latitude", "longitude");
    private static final Set<String> INTENTION_KEYS = Set.of("setting", "need", "places", "by", "words");

    /**
     * The maximum of {@code history-months}. Councils keep accounting records for seven years, so the lake keeps
     * replaced versions for at most as long.
     */
    private static final int LONGEST_HISTORY = 84;

    private static final String GSS_CODE = "[EWSN]\\d{8}";

    /**
     * The content of a settings file.
     *
     * @param settings the settings on which the figures depend
     * @param historyMonths how many months the lake keeps replaced versions of the input tables, so that old packs can
     *     be reproduced
     */
    public record Read(Settings settings, Delivery delivery, int historyMonths) {}

    private final String name;
    private final List<UserProblem> problems = new ArrayList<>();

    /** Returns the names of all top-level settings. */
    public static Set<String> keys() {
        return KEYS;
    }

    private SettingsFile(String name) {
        this.name = name;
    }

    /** Returns the built-in settings, which are Hackney's. */
    public static Settings builtIn() {
        return readBuiltIn().settings();
    }

    /** Returns the content of the built-in settings file, including delivery and history. */
    public static Read readBuiltIn() {
        try (InputStream in = SettingsFile.class.getResourceAsStream(BUILT_IN)) {
            return new SettingsFile("data/settings.yaml").read(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a settings file.
     *
     * @throws UserProblem if the file has errors; it lists all of them
     */
    public static Read read(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(Storage.read(file));
            return new SettingsFile(file.toString()).read(root);
        } catch (JacksonException e) {
            throw Problems.settingsUnreadable(file.toString(), e.getOriginalMessage());
        } catch (IOException e) {
            throw Problems.settingsUnreadable(file.toString(), e.toString());
        }
    }

    private Read read(JsonNode root) {
        Read read = new Read(
                settings(root),
                new DeliverySettings(this).read(root.get("deliver")),
                optional(
                        root,
                        "history-months",
                        "a whole number of months from 0 to %d".formatted(LONGEST_HISTORY),
                        this::history,
                        LONGEST_HISTORY));
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return read;
    }

    private Settings settings(JsonNode root) {
        refuseUnknown(root, "", KEYS);
        JsonNode council = root.path("council");
        refuseUnknown(council, "council.", COUNCIL_KEYS);
        return new Settings(
                new Settings.Council(
                        value(council, "council.", "name", "the council's name", this::words, ""),
                        value(council, "council.", "code", "a GSS code such as E09000012", this::gssCode, ""),
                        value(council, "council.", "latitude", "a number of degrees north", this::degrees, 0.0),
                        value(council, "council.", "longitude", "a number of degrees east", this::degrees, 0.0)),
                value(root, "", "partners", "a list of GSS codes", this::gssCodes, List.of()),
                value(root, "", "framework-go-live", "a date such as 2026-02-02", this::date, LocalDate.EPOCH),
                value(root, "", "targets", "a whole number of days per setting", this::days, Map.of()),
                value(root, "", "disclosure", "the name of a disclosure rule", this::words, ""),
                value(root, "", "contact", "text", this::words, ""),
                value(root, "", "shrinkage-percent", "a whole number from 0 to 100", this::percent, 0),
                optional(root, "mappings", "the name or file of a mapping per input", this::texts, Map.of()),
                optional(root, "upsert", "a list of inputs", this::listOfWords, List.of()),
                optional(
                        root,
                        "intentions",
                        "a list, each with setting, need, places, by and words",
                        this::intentions,
                        List.of()));
    }

    String name() {
        return name;
    }

    void report(UserProblem problem) {
        problems.add(problem);
    }

    void refuseUnknown(JsonNode node, String prefix, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(Problems.settingUnknown(name, prefix + key, known));
            }
        });
    }

    /**
     * Returns the value of a setting. If it is missing or wrong, adds a problem and returns the placeholder, which is
     * never used because reading then fails.
     */
    <T> T value(JsonNode parent, String prefix, String key, String shouldBe, Function<JsonNode, T> read, T standIn) {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            problems.add(Problems.settingMissing(name, prefix + key, shouldBe));
            return standIn;
        }
        try {
            return read.apply(node);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problems.add(Problems.settingWrong(
                    name, prefix + key, node.isValueNode() ? node.asText() : node.toString(), shouldBe));
            return standIn;
        }
    }

    private <T> T optional(JsonNode root, String key, String shouldBe, Function<JsonNode, T> read, T usual) {
        return root.hasNonNull(key) ? value(root, "", key, shouldBe, read, usual) : usual;
    }

    private Map<String, String> texts(JsonNode node) {
        check(node.isObject());
        Map<String, String> texts = new TreeMap<>();
        node.fields().forEachRemaining(entry -> texts.put(entry.getKey(), words(entry.getValue())));
        return Collections.unmodifiableMap(texts);
    }

    private List<String> listOfWords(JsonNode node) {
        check(node.isArray());
        List<String> words = new ArrayList<>();
        node.forEach(item -> words.add(words(item)));
        return List.copyOf(words);
    }

    private List<Settings.Intention> intentions(JsonNode node) {
        check(node.isArray());
        List<Settings.Intention> intentions = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            check(node.get(i).isObject());
            intentions.add(intention(node.get(i), "intentions[%d].".formatted(i + 1)));
        }
        return List.copyOf(intentions);
    }

    private Settings.Intention intention(JsonNode node, String prefix) {
        refuseUnknown(node, prefix, INTENTION_KEYS);
        return new Settings.Intention(
                value(node, prefix, "setting", "text", this::words, ""),
                value(node, prefix, "need", "text, such as All", this::words, ""),
                value(node, prefix, "places", "a whole number, 0 if it is not about places", this::wholeNumber, 0),
                value(node, prefix, "by", "a date such as 2030-03-31", this::date, LocalDate.EPOCH),
                value(node, prefix, "words", "text", this::words, ""));
    }

    private int wholeNumber(JsonNode node) {
        check(node.isInt() && node.asInt() >= 0);
        return node.asInt();
    }

    String words(JsonNode node) {
        check(node.isTextual() && !node.asText().isBlank());
        return node.asText();
    }

    private String gssCode(JsonNode node) {
        check(node.asText().matches(GSS_CODE));
        return node.asText();
    }

    private List<String> gssCodes(JsonNode node) {
        check(node.isArray());
        List<String> codes = new ArrayList<>();
        node.forEach(code -> codes.add(gssCode(code)));
        return List.copyOf(codes);
    }

    private double degrees(JsonNode node) {
        check(node.isNumber() && Math.abs(node.asDouble()) <= 180);
        return node.asDouble();
    }

    private LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asText());
    }

    private int percent(JsonNode node) {
        check(node.isInt() && node.asInt() >= 0 && node.asInt() <= 100);
        return node.asInt();
    }

    private int history(JsonNode node) {
        check(node.isInt() && node.asInt() >= 0 && node.asInt() <= LONGEST_HISTORY);
        return node.asInt();
    }

    private Map<String, Integer> days(JsonNode node) {
        check(node.isObject());
        Map<String, Integer> days = new TreeMap<>();
        node.fields().forEachRemaining(entry -> {
            check(entry.getValue().isInt() && entry.getValue().asInt() >= 0);
            days.put(entry.getKey(), entry.getValue().asInt());
        });
        return Collections.unmodifiableMap(days);
    }

    static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
