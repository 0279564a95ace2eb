package marketshaping.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table of the DuckDB reference, with its rows by their dimensions. The dimensions come first and contain text; a
 * text column after a number is a value.
 */
record ReferenceTable(
        String name, List<String> dimensions, List<String> values, Map<List<String>, Map<String, Object>> rows) {
    /** The value of a figure that requires a missing optional input. */
    static final Object UNKNOWN = "[x]";

    static ReferenceTable of(String name, DuckDb.Rows found, List<String> unknownColumns) {
        List<String> dimensions = dimensionsOf(found);
        Map<List<String>, Map<String, Object>> rows = new LinkedHashMap<>();
        for (List<Object> row : found.rows()) {
            List<String> key = new ArrayList<>();
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String column = found.columns().get(i);
                if (dimensions.contains(column)) {
                    key.add(String.valueOf(row.get(i)));
                } else {
                    values.put(column, unknownColumns.contains(column) ? UNKNOWN : row.get(i));
                }
            }
            if (rows.put(key, values) != null) {
                throw new IllegalStateException("The DuckDB reference has two rows " + key + " in " + name);
            }
        }
        return new ReferenceTable(name, dimensions, valuesOf(found), rows);
    }

    /** Returns a table in which no figure is known: one row of All, with every value unknown. */
    static ReferenceTable unknown(String name, DuckDb.Rows found) {
        Map<String, Object> values = new LinkedHashMap<>();
        valuesOf(found).forEach(column -> values.put(column, UNKNOWN));
        List<String> all = dimensionsOf(found).stream().map(column -> "All").toList();
        return new ReferenceTable(name, dimensionsOf(found), valuesOf(found), Map.of(all, values));
    }

    /** Marks null figures as unknown, instead of not applicable, in the rows whose text column meets the condition. */
    ReferenceTable unknownWhere(String column, Predicate<String> unknown) {
        rows.values().stream()
                .filter(row -> unknown.test(String.valueOf(row.get(column))))
                .forEach(row -> row.replaceAll((name, value) -> value == null ? UNKNOWN : value));
        return this;
    }

    private static List<String> dimensionsOf(DuckDb.Rows found) {
        return found.columns().stream().takeWhile(found.textColumns()::contains).toList();
    }

    private static List<String> valuesOf(DuckDb.Rows found) {
        return found.columns().stream().skip(dimensionsOf(found).size()).toList();
    }
}
