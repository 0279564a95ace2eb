package marketshaping.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.contract.Contract;
import marketshaping.contract.Field;
import marketshaping.lake.Lake;
import marketshaping.lake.Note;
import marketshaping.lake.TableShape;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Extracts that hold only what changed: their rows are added to the table, in place of those with the same key. */
final class Upserts {
    private final Lake lake;
    private final List<String> inputs;
    private final Size size;

    /** @param inputs whose extracts are of that kind */
    Upserts(Lake lake, List<String> inputs, Size size) {
        this.lake = lake;
        this.inputs = inputs;
        this.size = size;
    }

    /** Whether an extract of the input is added to what the lake holds. */
    boolean adds(Contract contract) {
        return inputs.contains(contract.input()) && lake.holds(contract.input());
    }

    void store(Contract contract, Dataset<Row> accepted, Note note) {
        Dataset<Row> all = size.held(added(contract, accepted));
        lake.replace(TableShape.of(contract), all, counted(contract, all, note));
        size.release(all);
    }

    /** What the table would hold. */
    Dataset<Row> added(Contract contract, Dataset<Row> accepted) {
        Column[] columns = contract.fields().stream()
                .map(field -> accepted.col(field.name()))
                .toArray(Column[]::new);
        Dataset<Row> fresh = accepted.select(columns);
        Dataset<Row> kept = lake.read(contract.input()).join(fresh, Seqs.of(contract.key()), "left_anti");
        return fresh.unionByName(kept);
    }

    private static Note counted(Contract contract, Dataset<Row> all, Note note) {
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
