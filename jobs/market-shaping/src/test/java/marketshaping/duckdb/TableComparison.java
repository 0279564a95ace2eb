package marketshaping.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the CSV files of a pack with the tables of the DuckDB reference, row by row in both directions. */
final class TableComparison {
    private static final String NOT_APPLICABLE = "[z]";
    private static final BigDecimal A_BILLIONTH = new BigDecimal("1e-9");
    private static final BigDecimal A_MILLIONTH = new BigDecimal("1e-6");

    private final DuckDb database;
    private final Path internal;
    private final List<String> differences = new ArrayList<>();

    TableComparison(DuckDb database, Path internal) {
        this.database = database;
        this.internal = internal;
    }

    List<String> of(List<ReferenceTable> tables) {
        Set<String> known = new HashSet<>();
        for (ReferenceTable table : tables) {
            Path file = internal.resolve(table.name() + ".csv");
            known.add(file.getFileName().toString());
            if (Files.exists(file)) {
                compare(table, file);
            } else {
                differences.add(table.name() + ": the pack has no such table");
            }
        }
        unknownTo(known).forEach(file -> differences.add(file + ": DuckDB has no such table"));
        return List.copyOf(differences);
    }

    private void compare(ReferenceTable reference, Path file) {
        DuckDb.Rows pack = database.rows("SELECT * FROM read_csv(" + DuckDb.quoted(file.toString())
                + ", header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')");
        compareColumns(reference, pack.columns());
        if (pack.columns().containsAll(reference.dimensions())) {
            compareRows(reference, pack);
        }
    }

    /**
     * Reports columns that only one side has. Ignores columns of the pack that start with an underscore, because they
     * only serve disclosure control.
     */
    private void compareColumns(ReferenceTable reference, List<String> pack) {
        pack.stream()
                .filter(column -> !column.startsWith("_")
                        && !reference.dimensions().contains(column)
                        && !reference.values().contains(column))
                .forEach(column -> differences.add(reference.name() + ": DuckDB has no column " + column));
        Stream.concat(reference.dimensions().stream(), reference.values().stream())
                .filter(column -> !pack.contains(column))
                .forEach(column -> differences.add(reference.name() + ": the pack has no column " + column));
    }

    private void compareRows(ReferenceTable reference, DuckDb.Rows pack) {
        Map<List<String>, Map<String, String>> rows = new HashMap<>();
        for (List<Object> cells : pack.rows()) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(pack.columns().get(i), String.valueOf(cells.get(i)));
            }
            List<String> key = reference.dimensions().stream().map(row::get).toList();
            if (rows.put(key, row) != null) {
                differences.add(reference.name() + " " + key + ": the pack has this row twice");
            }
            if (!reference.rows().containsKey(key)) {
                differences.add(reference.name() + " " + key + ": only the pack has this row: " + row);
            }
        }
        reference.rows().forEach((key, values) -> {
            if (rows.containsKey(key)) {
                compareValues(reference.name() + " " + key, values, rows.get(key));
            } else {
                differences.add(reference.name() + " " + key + ": only DuckDB has this row: " + values);
            }
        });
    }

    private void compareValues(String row, Map<String, Object> reference, Map<String, String> pack) {
        reference.forEach((column, value) -> {
            String text = pack.get(column);
            if (text != null && !agree(column, value, text)) {
                differences.add(
                        row + " " + column + ": DuckDB " + (value == null ? NOT_APPLICABLE : value) + ", pack " + text);
            }
        });
    }

    /**
     * Returns true if the figures agree. Counts must be equal, and days may differ by a billionth. Money and
     * percentages may differ by the rounding of binary fractions.
     */
    private static boolean agree(String column, Object reference, String pack) {
        if (reference == null) {
            return pack.equals(NOT_APPLICABLE);
        }
        if (reference instanceof String || !isNumber(pack)) {
            return reference.toString().equals(pack);
        }
        BigDecimal expected = new BigDecimal(reference.toString());
        BigDecimal distance = expected.subtract(new BigDecimal(pack)).abs();
        if (!(reference instanceof Double || reference instanceof BigDecimal)) {
            return distance.signum() == 0;
        }
        BigDecimal relative = A_BILLIONTH.multiply(expected.abs());
        return distance.compareTo(column.contains("days") ? A_BILLIONTH : relative.max(A_MILLIONTH)) <= 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    private List<String> unknownTo(Set<String> known) {
        try (Stream<Path> files = Files.list(internal)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".csv") && !known.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
