package marketshaping.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The contents of a lake after an ingest, as text.
 *
 * @param tables the accepted rows by input and key; empty text for null
 * @param quarantine the rule violations by input and file, then by row number
 * @param notes the commit note by input
 */
record IngestedRows(
        Map<String, Map<String, Map<String, String>>> tables,
        Map<String, Map<Long, List<String>>> quarantine,
        Map<String, CommitNote> notes) {

    static IngestedRows of(Path root, List<String> inputs) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "localhost")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate()) {
            Lake lake = new Lake(spark, root.toString());
            Map<String, Map<String, Map<String, String>>> tables = new HashMap<>();
            Map<String, CommitNote> notes = new HashMap<>();
            for (Contract contract : Inputs.ALL) {
                if (inputs.contains(contract.input())) {
                    tables.put(contract.input(), byKey(contract, lake));
                    notes.put(contract.input(), lake.note(contract.input()).orElseThrow());
                }
            }
            Map<String, Map<Long, List<String>>> quarantine = new HashMap<>();
            for (Row row : lake.read("quarantine").collectAsList()) {
                quarantine
                        .computeIfAbsent(row.getAs("input") + "/" + row.getAs("file"), file -> new TreeMap<>())
                        .put(row.getAs("row"), row.getList(row.fieldIndex("rules")));
            }
            return new IngestedRows(tables, quarantine, notes);
        }
    }

    Map<String, Map<String, String>> accepted(String input) {
        return tables.get(input);
    }

    Map<Long, List<String>> quarantined(String input, String file) {
        return quarantine.getOrDefault(input + "/" + file, Map.of());
    }

    CommitNote.FileCount count(String input, String file) {
        return notes.get(input).files().stream()
                .filter(count -> count.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The commit note does not list the file " + file));
    }

    private static Map<String, Map<String, String>> byKey(Contract contract, Lake lake) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (Row row : lake.read(contract.input()).collectAsList()) {
            Map<String, String> values = new HashMap<>();
            for (String column : row.schema().fieldNames()) {
                values.put(column, text(row.getAs(column)));
            }
            rows.put(values.get(contract.key().get(0)), values);
        }
        return rows;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
