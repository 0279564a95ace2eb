package marketshaping.input.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The rows of inputs in the lake, in memory. */
public final class LakeRows {
    private final Lake lake;

    public LakeRows(Lake lake) {
        this.lake = lake;
    }

    /** Returns the typed values of each row, in the order of the contract's fields; none if there is no such table. */
    public List<Object[]> of(Contract contract) {
        List<Object[]> rows = new ArrayList<>();
        if (lake.contains(contract.input())) {
            Dataset<Row> table = lake.read(contract.input());
            List<String> stored = Arrays.asList(table.columns());
            // A table of an earlier version may lack columns.
            table = table.select(contract.fields().stream()
                    .map(Field::name)
                    .map(name -> stored.contains(name)
                            ? functions.col(name)
                            : functions.lit(null).as(name))
                    .toArray(org.apache.spark.sql.Column[]::new));
            table.toLocalIterator().forEachRemaining(row -> {
                Object[] values = new Object[row.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.get(i);
                }
                rows.add(values);
            });
        }
        return rows;
    }
}
