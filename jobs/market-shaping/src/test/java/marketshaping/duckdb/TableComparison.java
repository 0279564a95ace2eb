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

/** Holds the CSV files of a pack against the oracle's tables, row by row and both ways. */
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
                differences.add(table.name() + ": they have no such table");
            }
        }
        unknownTo(known).forEach(file -> differences.add(file + ": the oracle has no such table"));
        return List.copyOf(differences);
    }

    private void compare(ReferenceTable ours, Path file) {
        DuckDb.Rows theirs = database.rows("SELECT * FROM read_csv(" + DuckDb.quoted(file.toString())
                + ", header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')");
        compareColumns(ours, theirs.columns());
        if (theirs.columns().containsAll(ours.dimensions())) {
            compareRows(ours, theirs);
        }
    }

    /** Columns that start with an underscore serve disclosure control and are no figures of the table. */
    private void compareColumns(ReferenceTable ours, List<String> theirs) {
        theirs.stream()
                .filter(column -> !column.startsWith("_")
                        && !ours.dimensions().contains(column)
                        && !ours.values().contains(column))
                .forEach(column -> differences.add(ours.name() + ": the oracle has no column " + column));
        Stream.concat(ours.dimensions().stream(), ours.values().stream())
                .filter(column -> !theirs.contains(column))
                .forEach(column -> differences.add(ours.name() + ": they have no column " + column));
    }

    private void compareRows(ReferenceTable ours, DuckDb.Rows theirs) {
        Map<List<String>, Map<String, String>> rows = new HashMap<>();
        for (List<Object> cells : theirs.rows()) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(theirs.columns().get(i), String.valueOf(cells.get(i)));
            }
            List<String> key = ours.dimensions().stream().map(row::get).toList();
            if (rows.put(key, row) != null) {
                differences.add(ours.name() + " " + key + ": they have this row twice");
            }
            if (!ours.rows().containsKey(key)) {
                differences.add(ours.name() + " " + key + ": only they have this row: " + row);
            }
        }
        ours.rows().forEach((key, values) -> {
            if (rows.containsKey(key)) {
                compareValues(ours.name() + " " + key, values, rows.get(key));
            } else {
                differences.add(ours.name() + " " + key + ": only the oracle has this row: " + values);
            }
        });
    }

    private void compareValues(String row, Map<String, Object> ours, Map<String, String> theirs) {
        ours.forEach((column, value) -> {
            String text = theirs.get(column);
            if (text != null && !agree(column, value, text)) {
                differences.add(
                        row + " " + column + ": ours " + (value == null ? NOT_APPLICABLE : value) + ", theirs " + text);
            }
        });
    }

    /** Counts agree exactly, days to a billionth, money and percentages within what binary fractions lose. */
    private static boolean agree(String column, Object ours, String theirs) {
        if (ours == null) {
            return theirs.equals(NOT_APPLICABLE);
        }
        if (ours instanceof String || !isNumber(theirs)) {
            return ours.toString().equals(theirs);
        }
        BigDecimal mine = new BigDecimal(ours.toString());
        BigDecimal distance = mine.subtract(new BigDecimal(theirs)).abs();
        if (!(ours instanceof Double || ours instanceof BigDecimal)) {
            return distance.signum() == 0;
        }
        BigDecimal relative = A_BILLIONTH.multiply(mine.abs());
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
