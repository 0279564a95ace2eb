package marketshaping.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.feedback.CheckReport.Example;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;

/** Collects example rows: for each file and rule, the first rows that violate the rule. */
final class FailingRowSamples {
    private static final int ROWS_PER_RULE = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private record Place(String input, int file, String rule) {}

    private final Map<Place, List<Example>> examples = new HashMap<>();

    private FailingRowSamples() {}

    static FailingRowSamples of(List<ValidatedExtract> extracts) {
        FailingRowSamples found = new FailingRowSamples();
        for (ValidatedExtract extract : extracts) {
            extract.rows().held().stream()
                    .filter(ValidatedRow::isQuarantined)
                    .forEach(row -> found.add(extract.contract().input(), row));
        }
        return found;
    }

    private void add(String input, ValidatedRow row) {
        for (RowViolation violation : row.violations()) {
            List<Example> ofRule = examples.computeIfAbsent(
                    new Place(input, row.file(), violation.message()), place -> new ArrayList<>());
            if (ofRule.size() < ROWS_PER_RULE) {
                ofRule.add(new Example(row.number(), cells(row.text())));
            }
        }
    }

    /**
     * Returns the collected rows of one file that violate a rule.
     *
     * @param file the position of the file in the extract, from 0
     */
    List<Example> of(String input, int file, String rule) {
        return List.copyOf(examples.getOrDefault(new Place(input, file, rule), List.of()));
    }

    /** Converts the text of a quarantined row back to cells by column; empty if all are hidden. */
    static Map<String, String> cells(String text) {
        if (!text.startsWith("{")) {
            return Map.of();
        }
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The text of a quarantined row is not valid JSON", e);
        }
    }
}
