package marketshaping.analysis.scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.table.ReferenceList;

/** Reads a plan and reports all its errors together. {@code data/plan.yaml} is an example and documents every key. */
public final class PlanFile {
    private static final Set<String> KEYS = Set.of("about", "places", "lots");
    private static final Set<String> PLACES_KEYS = Set.of("setting", "need", "places", "from", "weekly-cost");
    private static final Set<String> LOT_KEYS = Set.of("setting", "from", "weekly-rate");
    private static final int MAX_PLACES = 100_000;

    private final String name;
    private final Set<String> accommodation = values("settings", "setting", row -> row.get("accommodation"));
    private final Set<String> settings = values("settings", "setting", row -> "true");
    private final Set<String> needs = values("primary_support_reasons", "need_group", row -> "true");
    private final List<UserProblem> problems = new ArrayList<>();

    private PlanFile(String name) {
        this.name = name;
    }

    /**
     * Reads a plan.
     *
     * @throws UserProblem if the file has errors; it lists all of them
     */
    public static Plan read(Path file) {
        try {
            return new PlanFile(file.toString()).plan(new YAMLMapper().readTree(Storage.read(file)));
        } catch (JacksonException e) {
            throw Problems.planUnreadable(file.toString(), e.getOriginalMessage());
        } catch (IOException e) {
            throw Problems.planUnreadable(file.toString(), e.toString());
        }
    }

    private Plan plan(JsonNode root) {
        rejectUnknownKeys(root, "", KEYS);
        List<Plan.Places> places = new ArrayList<>();
        items(root, "places", PLACES_KEYS, (item, at) -> places.add(places(item, at)));
        List<Plan.Lot> lots = new ArrayList<>();
        items(root, "lots", LOT_KEYS, (item, at) -> lots.add(lot(item, at)));
        if (places.isEmpty() && lots.isEmpty() && problems.isEmpty()) {
            problems.add(Problems.planWrong(name, "places", "", "a list of places, unless lots is a list of lots"));
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return new Plan(root.path("about").asText(""), places, lots);
    }

    private Plan.Places places(JsonNode item, String at) {
        return new Plan.Places(
                value(item, at, "setting", oneOf(accommodation), text(accommodation), ""),
                optional(item, at, "need", oneOf(needs), text(needs)),
                value(item, at, "places", "a whole number from 1 to 100,000", PlanFile::places, 0),
                value(item, at, "from", "a date such as 2028-04-01", PlanFile::date, LocalDate.EPOCH),
                optional(item, at, "weekly-cost", "pounds per week, above zero", PlanFile::pounds));
    }

    private Plan.Lot lot(JsonNode item, String at) {
        return new Plan.Lot(
                value(item, at, "setting", oneOf(settings), text(settings), ""),
                value(item, at, "from", "a date such as 2028-04-01", PlanFile::date, LocalDate.EPOCH),
                optional(item, at, "weekly-rate", "pounds per week, above zero", PlanFile::pounds));
    }

    private interface ItemReader {
        void read(JsonNode item, String at);
    }

    private void items(JsonNode root, String key, Set<String> known, ItemReader reader) {
        JsonNode list = root.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            problems.add(Problems.planWrong(name, key, list.toString(), "a list"));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "%s[%d].".formatted(key, i + 1);
            rejectUnknownKeys(list.get(i), at, known);
            reader.read(list.get(i), at);
        }
    }

    private void rejectUnknownKeys(JsonNode node, String at, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(Problems.planKeyUnknown(name, at + key, known));
            }
        });
    }

    /**
     * Returns the value. If the value is missing or wrong, adds a problem and returns the fallback, which is never
     * used.
     */
    private <T> T value(JsonNode item, String at, String key, String expected, Function<JsonNode, T> read, T fallback) {
        Optional<T> value = optional(item, at, key, expected, read);
        if (value.isEmpty() && !item.hasNonNull(key)) {
            problems.add(Problems.planWrong(name, at + key, "", expected));
        }
        return value.orElse(fallback);
    }

    private <T> Optional<T> optional(
            JsonNode item, String at, String key, String expected, Function<JsonNode, T> read) {
        if (!item.hasNonNull(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(item.get(key)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            String value = item.get(key).isValueNode()
                    ? item.get(key).asText()
                    : item.get(key).toString();
            problems.add(Problems.planWrong(name, at + key, value, expected));
            return Optional.empty();
        }
    }

    private static Function<JsonNode, String> text(Set<String> known) {
        return node -> known.stream()
                .filter(value -> value.equalsIgnoreCase(node.asText().strip()))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static int places(JsonNode node) {
        require(node.isInt() && node.asInt() > 0 && node.asInt() <= MAX_PLACES);
        return node.asInt();
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asText());
    }

    private static BigDecimal pounds(JsonNode node) {
        BigDecimal pounds = new BigDecimal(node.asText());
        require(pounds.signum() > 0);
        return pounds;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }

    private static String oneOf(Set<String> values) {
        return "one of: " + String.join(", ", values);
    }

    private static Set<String> values(String list, String column, Function<Map<String, String>, String> isIncluded) {
        Set<String> values = new TreeSet<>();
        ReferenceList.rows(list).stream()
                .filter(row -> isIncluded.apply(row).equals("true"))
                .forEach(row -> values.add(row.get(column)));
        return values;
    }
}
