package marketshaping.analysis.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Registers the views of row counts and rule violations by file, which the data quality measures read. They are built
 * from the lake's commit notes.
 */
public final class IngestViews {
    private final SparkSession spark;
    private final Lake lake;

    public IngestViews(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Registers the views {@code ingest_file}, {@code ingest_rule} and {@code field_completeness}. */
    public void register() {
        List<Row> files = new ArrayList<>();
        List<Row> rules = new ArrayList<>();
        List<Row> fields = new ArrayList<>();
        for (Contract contract : Inputs.ALL) {
            lake.note(contract.input()).ifPresent(note -> {
                for (CommitNote.FileCount file : note.files()) {
                    files.add(RowFactory.create(
                            contract.input(),
                            file.file(),
                            file.rowsRead(),
                            file.accepted(),
                            file.quarantined(),
                            file.rowsNotRecords()));
                    for (Map.Entry<String, Long> rule : file.rules().entrySet()) {
                        rules.add(RowFactory.create(contract.input(), file.file(), rule.getKey(), rule.getValue()));
                    }
                }
                for (Map.Entry<String, Long> field : note.filled().entrySet()) {
                    fields.add(RowFactory.create(contract.input(), field.getKey(), note.rows(), field.getValue()));
                }
            });
        }
        view(
                "ingest_file",
                files,
                "input STRING, file STRING, rows_read BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT,"
                        + " rows_not_records BIGINT");
        view("ingest_rule", rules, "input STRING, file STRING, rule STRING, rows BIGINT");
        view("field_completeness", fields, "input STRING, field STRING, rows BIGINT, filled BIGINT");
    }

    private void view(String name, List<Row> rows, String schema) {
        spark.createDataFrame(rows, StructType.fromDDL(schema)).createOrReplaceTempView(name);
    }
}
