package marketshaping.analysis.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import marketshaping.engine.Storage;
import marketshaping.model.document.DocumentSchema;
import marketshaping.model.document.Violation;
import marketshaping.model.document.YamlDocument;
import marketshaping.model.document.YamlSyntaxException;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.table.ReferenceList;

/**
 * Reads a plan and reports all its errors together. {@code data/plan.yaml} is an example and documents every key. The
 * JSON Schema of plans describes their values, except the codes of settings and needs.
 */
public final class PlanFile {
    private static final DocumentSchema SCHEMA = DocumentSchema.named("plan");
    private static final String MUST_BE = "must be ";

    private final String name;
    private final YamlDocument document;
    private final Set<String> accommodation = values("settings", "setting", row -> row.get("accommodation"));
    private final Set<String> settings = values("settings", "setting", row -> "true");
    private final Set<String> needs = values("primary_support_reasons", "need_group", row -> "true");
    private final List<UserProblem> problems = new ArrayList<>();

    private PlanFile(String name, YamlDocument document) {
        this.name = name;
        this.document = document;
    }

    /**
     * Reads a plan.
     *
     * @throws UserProblem if the file has errors; it lists all of them
     */
    public static Plan read(Path file) {
        String name = file.toString();
        try {
            return new PlanFile(name, YamlDocument.parse(Storage.read(file))).plan();
        } catch (YamlSyntaxException e) {
            throw Problems.planUnreadable(at(name, e.line()), e.getMessage());
        } catch (IOException e) {
            throw Problems.planUnreadable(name, e.toString());
        }
    }

    private Plan plan() {
        SCHEMA.violations(document).forEach(this::report);
        JsonNode root = document.json();
        checkCodes(root, "places", "setting", accommodation);
        checkCodes(root, "places", "need", needs);
        checkCodes(root, "lots", "setting", settings);
        if (root.path("places").isEmpty() && root.path("lots").isEmpty() && problems.isEmpty()) {
            problems.add(Problems.planWrong(name, "places", "", "a list of places, unless lots is a list of lots"));
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        List<Plan.Places> places = new ArrayList<>();
        root.path("places").forEach(item -> places.add(places(item)));
        List<Plan.Lot> lots = new ArrayList<>();
        root.path("lots").forEach(item -> lots.add(lot(item)));
        return new Plan(root.path("about").asText(""), places, lots);
    }

    private Plan.Places places(JsonNode item) {
        return new Plan.Places(
                code(item.path("setting"), accommodation).orElseThrow(),
                code(item.path("need"), needs),
                item.path("places").asInt(),
                LocalDate.parse(item.path("from").asText()),
                pounds(item, "weekly-cost"));
    }

    private Plan.Lot lot(JsonNode item) {
        return new Plan.Lot(
                code(item.path("setting"), settings).orElseThrow(),
                LocalDate.parse(item.path("from").asText()),
                pounds(item, "weekly-rate"));
    }

    /** Reports each text that is not one of the codes. */
    private void checkCodes(JsonNode root, String list, String key, Set<String> codes) {
        for (int i = 0; i < root.path(list).size(); i++) {
            JsonNode value = root.path(list).path(i).path(key);
            if (value.isTextual() && code(value, codes).isEmpty()) {
                report(document.wrong(MUST_BE + oneOf(codes), list, i, key));
            }
        }
    }

    private void report(Violation violation) {
        String place = at(name, violation.line());
        if (violation.key().isEmpty()) {
            problems.add(Problems.planUnreadable(place, "the file " + violation.expected()));
        } else if (violation.kind() == Violation.Kind.UNKNOWN_KEY) {
            problems.add(Problems.planKeyUnknown(place, violation.key(), violation.known()));
        } else {
            String expected = violation.expected().replaceFirst("^" + MUST_BE, "");
            problems.add(Problems.planWrong(place, violation.key(), violation.value(), expected));
        }
    }

    private static String at(String file, int line) {
        return "%s, line %d".formatted(file, line);
    }

    private static Optional<String> code(JsonNode node, Set<String> codes) {
        return codes.stream()
                .filter(code -> code.equalsIgnoreCase(node.asText().strip()))
                .findFirst();
    }

    private static Optional<BigDecimal> pounds(JsonNode item, String key) {
        return item.hasNonNull(key) ? Optional.of(new BigDecimal(item.get(key).asText())) : Optional.empty();
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
