package marketshaping.input.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The rows of a council's extract, which were validated in memory. */
final class InMemoryRows implements ExtractRows {
    private static final String QUARANTINED = "file STRING, row BIGINT, rules ARRAY<STRING>, text STRING";

    private final Supplier<SparkSession> spark;
    private final ExecutionProfile profile;
    private final Contract contract;
    private final List<FileOfInput> files;
    private List<ValidatedRow> rows;
    private Dataset<Row> accepted;

    InMemoryRows(
            Supplier<SparkSession> spark,
            ExecutionProfile profile,
            Contract contract,
            List<FileOfInput> files,
            List<ValidatedRow> rows) {
        this.spark = spark;
        this.profile = profile;
        this.contract = contract;
        this.files = files;
        this.rows = rows;
    }

    @Override
    public List<ValidatedRow> held() {
        return rows;
    }

    @Override
    public synchronized Dataset<Row> accepted() {
        if (accepted == null) {
            List<Row> values = new ArrayList<>(rows.size());
            for (ValidatedRow row : rows) {
                if (row.isAccepted()) {
                    values.add(RowFactory.create(row.values()));
                }
            }
            accepted = profile.cached(dataset(values, TableSchema.of(contract).ddl()));
        }
        return accepted;
    }

    @Override
    public Dataset<Row> quarantined() {
        List<Row> values = new ArrayList<>();
        for (ValidatedRow row : rows) {
            if (row.isQuarantined()) {
                values.add(RowFactory.create(
                        files.get(row.file()).name(),
                        row.number(),
                        row.violations().stream().map(RowViolation::message).toArray(String[]::new),
                        row.text()));
            }
        }
        return dataset(values, QUARANTINED);
    }

    private Dataset<Row> dataset(List<Row> values, String schema) {
        return spark.get().createDataFrame(values, StructType.fromDDL(schema));
    }

    @Override
    public Dataset<Row> stored(Supplier<Dataset<Row>> lake) {
        return profile.written(accepted(), lake);
    }

    @Override
    public void release() {
        rows = List.of();
        if (accepted != null) {
            profile.release(accepted);
        }
    }
}
