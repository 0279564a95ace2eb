package marketshaping.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

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
import marketshaping.input.validate.RowValidator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Collects example rows with one query: for each file and rule, the first rows that violate the rule. */
final class FailingRowSamples {
    private static final int ROWS_PER_RULE = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private record Place(String input, int file, String rule) {}

    private final Map<Place, List<Example>> examples = new HashMap<>();

    private FailingRowSamples() {}

    static FailingRowSamples of(List<ValidatedExtract> extracts) {
        FailingRowSamples found = new FailingRowSamples();
        extracts.stream()
                .map(FailingRowSamples::broken)
                .reduce(Dataset::unionAll)
                .ifPresent(broken -> {
                    Dataset<Row> first = broken.withColumn(
                                    "nth",
                                    row_number()
                                            .over(Window.partitionBy("input", "file", "rule")
                                                    .orderBy("row")))
                            .where(col("nth").leq(ROWS_PER_RULE))
                            .orderBy("input", "file", "rule", "nth");
                    for (Row row : first.collectAsList()) {
                        found.examples
                                .computeIfAbsent(
                                        new Place(row.getString(0), row.getInt(1), row.getString(2)),
                                        place -> new ArrayList<>())
                                .add(new Example(row.getLong(3), cells(row.getString(4))));
                    }
                });
        return found;
    }

    /**
     * Returns the collected rows of one file that violate a rule.
     *
     * @param file the position of the file in the extract, from 0
     */
    List<Example> of(String input, int file, String rule) {
        return List.copyOf(examples.getOrDefault(new Place(input, file, rule), List.of()));
    }

    private static Dataset<Row> broken(ValidatedExtract extract) {
        return extract.rows()
                .where(col(RowValidator.KIND).equalTo(RowValidator.QUARANTINED))
                .select(
                        lit(extract.contract().input()).as("input"),
                        col(RowValidator.FILE).as("file"),
                        explode(col(RowValidator.VIOLATIONS)).as("rule"),
                        col(RowValidator.ROW).as("row"),
                        col(RowValidator.TEXT).as("text"));
    }

    /**
     * Converts the text that {@link RowValidator} writes for a quarantined row back to cells by column; empty if all
     * are hidden.
     */
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
