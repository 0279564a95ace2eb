package marketshaping.feedback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.model.contract.Contract;

/**
 * The accepted rows of one input.
 *
 * @param rows the typed values of each row, in the order of the contract's fields
 */
record InputRows(Contract contract, List<Object[]> rows) {

    /** Reads one column of a row. */
    interface Column {
        Object of(Object[] row);
    }

    Column column(String name) {
        for (int i = 0; i < contract.fields().size(); i++) {
            if (contract.fields().get(i).name().equals(name)) {
                int position = i;
                return row -> row[position];
            }
        }
        throw new IllegalArgumentException("%s has no column %s".formatted(contract.input(), name));
    }

    /** Returns the rows by the value of a column; rows without a value are omitted. */
    Map<Object, Object[]> by(String name) {
        Column key = column(name);
        Map<Object, Object[]> byKey = new HashMap<>();
        for (Object[] row : rows) {
            if (key.of(row) != null) {
                byKey.put(key.of(row), row);
            }
        }
        return byKey;
    }

    /** Returns the distinct values of columns. */
    Set<List<Object>> values(String... names) {
        List<Column> columns =
                java.util.stream.Stream.of(names).map(this::column).toList();
        Set<List<Object>> values = new HashSet<>();
        for (Object[] row : rows) {
            values.add(columns.stream().map(column -> column.of(row)).toList());
        }
        return values;
    }
}
