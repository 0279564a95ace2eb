package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.ScalaSeqs;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Merges incremental extracts into the lake: each row replaces the row with the same key, or is added if there is none.
 */
public final class UpsertMerge {
    private final Lake lake;
    private final Set<String> inputs;
    private final ExecutionProfile profile;

    /**
     * Creates a merge for the inputs that the settings list under {@code upsert}.
     *
     * @param inputs the inputs whose extracts are incremental
     */
    public UpsertMerge(Lake lake, Set<String> inputs, ExecutionProfile profile) {
        this.lake = lake;
        this.inputs = inputs;
        this.profile = profile;
    }

    /** Returns true if an extract of the input is merged into an existing table. */
    public boolean isUpsert(Contract contract) {
        return inputs.contains(contract.input()) && lake.contains(contract.input());
    }

    void store(Contract contract, Dataset<Row> accepted, CommitNote note) {
        Dataset<Row> all = profile.cached(merged(contract, accepted));
        lake.replace(TableSchema.of(contract), all, counted(contract, all, note));
        profile.release(all);
    }

    /** Returns the rows of the table after the merge. */
    public Dataset<Row> merged(Contract contract, Dataset<Row> accepted) {
        Column[] columns = contract.fields().stream()
                .map(field -> accepted.col(field.name()))
                .toArray(Column[]::new);
        Dataset<Row> fresh = accepted.select(columns);
        Dataset<Row> kept = lake.read(contract.input()).join(fresh, ScalaSeqs.of(contract.key()), "left_anti");
        return fresh.unionByName(kept);
    }

    private static CommitNote counted(Contract contract, Dataset<Row> all, CommitNote note) {
        List<Field> fields = contract.fields();
        Column[] filled =
                fields.stream().map(field -> count(all.col(field.name()))).toArray(Column[]::new);
        Row counts = all.agg(count(lit(1)), filled).first();
        Map<String, Long> byField = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            byField.put(fields.get(i).name(), counts.getLong(i + 1));
        }
        return note.of(counts.getLong(0), byField);
    }
}
