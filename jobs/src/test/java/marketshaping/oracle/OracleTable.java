package marketshaping.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A table of the second engine: its rows by their dimensions, a dimension being whatever holds text. */
record OracleTable(
        String name, List<String> dimensions, List<String> values, Map<List<String>, Map<String, Object>> rows) {
    /** Stands where a number would be if an optional input were there. */
    static final Object UNKNOWN = "[x]";

    static OracleTable of(String name, Database.Rows found, List<String> unknownColumns) {
        Map<List<String>, Map<String, Object>> rows = new LinkedHashMap<>();
        for (List<Object> row : found.rows()) {
            List<String> key = new ArrayList<>();
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String column = found.columns().get(i);
                if (found.textColumns().contains(column)) {
                    key.add(String.valueOf(row.get(i)));
                } else {
                    values.put(column, unknownColumns.contains(column) ? UNKNOWN : row.get(i));
                }
            }
            if (rows.put(key, values) != null) {
                throw new IllegalStateException("The oracle has two rows " + key + " in " + name);
            }
        }
        return new OracleTable(name, found.textColumns(), valuesOf(found), rows);
    }

    /** A table of which nothing can be known: one row that says so. */
    static OracleTable unknown(String name, Database.Rows found) {
        Map<String, Object> values = new LinkedHashMap<>();
        valuesOf(found).forEach(column -> values.put(column, UNKNOWN));
        List<String> all = found.textColumns().stream().map(column -> "All").toList();
        return new OracleTable(name, found.textColumns(), valuesOf(found), Map.of(all, values));
    }

    /** The same, where a figure is not known rather than not applicable in the rows that a dimension tells. */
    OracleTable unknownWhere(String dimension, Predicate<String> unknown) {
        int place = dimensions.indexOf(dimension);
        rows.forEach((key, row) -> {
            if (unknown.test(key.get(place))) {
                row.replaceAll((column, value) -> value == null ? UNKNOWN : value);
            }
        });
        return this;
    }

    private static List<String> valuesOf(Database.Rows found) {
        return found.columns().stream()
                .filter(column -> !found.textColumns().contains(column))
                .toList();
    }
}
