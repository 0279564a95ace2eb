package marketshaping.app.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.engine.Storage;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.Violation;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Acceptance;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;

/**
 * Reads a settings file. Reports all unknown, missing and wrong settings together, before the run starts. The JSON
 * Schema of the settings describes their values.
 */
public final class SettingsFile {
    private static final String BUILT_IN = "/settings.yaml";
    private static final DocumentSchema SCHEMA = DocumentSchema.named("settings");
    private static final String MUST_BE = "must be ";

    /**
     * The usual and longest {@code history-months}. Councils keep accounting records for seven years, so the lake keeps
     * replaced versions for at most as long.
     */
    private static final int LONGEST_HISTORY = 84;

    /**
     * The content of a settings file.
     *
     * @param settings the settings on which the figures depend
     * @param historyMonths how many months the lake keeps replaced versions of the input tables, so that old packs can
     *     be reproduced
     */
    public record Read(Settings settings, Delivery delivery, int historyMonths) {}

    private SettingsFile() {}

    /** Returns the names of all top-level settings. */
    public static Set<String> keys() {
        return SCHEMA.keys();
    }

    /** Returns the built-in settings, which are Hackney's. */
    public static Settings builtIn() {
        return readBuiltIn().settings();
    }

    /** Returns the content of the built-in settings file, including delivery and history. */
    public static Read readBuiltIn() {
        try (InputStream in = SettingsFile.class.getResourceAsStream(BUILT_IN)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // The built-in file follows the schema. Checking that would slow down every start.
            return read(YamlDocument.parse(text).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a settings file.
     *
     * @throws UserProblem if the file has errors; it lists all of them
     */
    public static Read read(Path file) {
        String name = file.toString();
        try {
            YamlDocument document = YamlDocument.parse(Storage.read(file));
            List<UserProblem> problems = new ArrayList<>();
            List<Violation> violations = SCHEMA.violations(document);
            violations.forEach(violation -> problems.add(problem(name, violation)));
            JsonNode root = document.json();
            Stream.concat(
                            DeliverySettings.faults(root.path("deliver"), document).stream(),
                            AreaSettings.faults(root, document).stream())
                    .filter(fault ->
                            violations.stream().noneMatch(known -> known.key().equals(fault.key())))
                    .forEach(fault -> problems.add(problem(name, fault)));
            if (!problems.isEmpty()) {
                throw Problems.together(problems);
            }
            return read(root);
        } catch (YamlSyntaxException e) {
            throw Problems.settingsUnreadable(at(name, e.line()), e.getMessage());
        } catch (IOException e) {
            throw Problems.settingsUnreadable(name, e.toString());
        }
    }

    private static UserProblem problem(String file, Violation violation) {
        String place = at(file, violation.line());
        String expected = violation.expected().replaceFirst("^" + MUST_BE, "");
        if (violation.key().isEmpty()) {
            return Problems.settingsUnreadable(place, "the file " + violation.expected());
        }
        return switch (violation.kind()) {
            case UNKNOWN_KEY -> Problems.settingUnknown(place, violation.key(), violation.known());
            case MISSING_KEY -> Problems.settingMissing(place, violation.key(), expected);
            case WRONG_VALUE ->
                violation.value().isEmpty()
                        ? Problems.settingMissing(place, violation.key(), expected)
                        : Problems.settingWrong(place, violation.key(), violation.value(), expected);
        };
    }

    private static String at(String file, int line) {
        return "%s, line %d".formatted(file, line);
    }

    private static Read read(JsonNode root) {
        return new Read(
                settings(root),
                DeliverySettings.read(root.path("deliver")),
                root.path("history-months").asInt(LONGEST_HISTORY));
    }

    private static Settings settings(JsonNode root) {
        JsonNode council = root.path("council");
        return new Settings(
                new Settings.Council(
                        council.path("name").asText(),
                        council.path("code").asText(),
                        council.path("latitude").asDouble(),
                        council.path("longitude").asDouble()),
                AreaSettings.region(root),
                AreaSettings.words(root),
                list(root.path("partners"), JsonNode::asText),
                date(root.path("framework-go-live")),
                byKey(root.path("targets"), JsonNode::asInt),
                root.path("disclosure").asText(),
                root.path("contact").asText(),
                root.path("shrinkage-percent").asInt(),
                byKey(root.path("mappings"), JsonNode::asText),
                list(root.path("upsert"), JsonNode::asText),
                list(root.path("intentions"), SettingsFile::intention),
                list(root.path("accept"), SettingsFile::acceptance));
    }

    private static Acceptance acceptance(JsonNode node) {
        return new Acceptance(
                node.path("input").asText(),
                node.path("column").asText(),
                node.path("finding").asText(),
                node.path("up-to-percent").asDouble());
    }

    private static Settings.Intention intention(JsonNode node) {
        return new Settings.Intention(
                node.path("setting").asText(),
                node.path("need").asText(),
                node.path("places").asInt(),
                date(node.path("by")),
                node.path("words").asText());
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asText());
    }

    static <T> List<T> list(JsonNode node, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        node.forEach(each -> items.add(item.apply(each)));
        return List.copyOf(items);
    }

    private static <T> Map<String, T> byKey(JsonNode node, Function<JsonNode, T> value) {
        Map<String, T> values = new TreeMap<>();
        node.fields().forEachRemaining(entry -> values.put(entry.getKey(), value.apply(entry.getValue())));
        return Collections.unmodifiableMap(values);
    }
}
