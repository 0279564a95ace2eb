package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Limits a large table to its summary rows, which have All in most dimensions. A table with five dimensions has
 * thousands of rows about very few people, which would fill hundreds of pages. The CSV file of the same name contains
 * all rows.
 */
final class LeastDetailedRows {
    private static final int MOST_ROWS = 500;

    private LeastDetailedRows() {}

    /**
     * Returns a small table unchanged. Returns a large table at the finest level of detail that fits, with a note about
     * the omitted rows.
     */
    static Table of(Table table) {
        if (table.rows().size() <= MOST_ROWS) {
            return table;
        }
        int[] summed = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).kind() == Column.Kind.DIMENSION
                        && table.rows().stream().anyMatch(row -> row.get(i).equals(FigureLookup.ALL)))
                .toArray();
        for (int most = summed.length - 1; most > 0; most--) {
            List<List<Object>> rows = upTo(most, table, summed);
            if (rows.size() <= MOST_ROWS) {
                return shown(table, rows, noteOn(most, table, summed));
            }
        }
        return shown(table, upTo(0, table, summed), noteOn(0, table, summed));
    }

    private static Table shown(Table table, List<List<Object>> rows, String note) {
        String notes = table.note().isEmpty() ? note : table.note() + " " + note;
        return new Table(table.id(), table.title(), table.columns(), rows, notes);
    }

    private static List<List<Object>> upTo(int most, Table table, int[] summed) {
        return table.rows().stream()
                .filter(row -> IntStream.of(summed)
                                .filter(i -> !row.get(i).equals(FigureLookup.ALL))
                                .count()
                        <= most)
                .toList();
    }

    private static String noteOn(int most, Table table, int[] summed) {
        String detail =
                switch (most) {
                    case 0 -> "none of these columns";
                    case 1 -> "one of these columns at a time";
                    default -> "up to %d of these columns at a time".formatted(most);
                };
        return "This worksheet breaks figures down by %s: %s. All %,d rows are in %s.csv, supplied with the workbook."
                .formatted(
                        detail,
                        IntStream.of(summed)
                                .mapToObj(i -> table.columns().get(i).name().replace('_', ' '))
                                .collect(Collectors.joining(", ")),
                        table.rows().size(),
                        table.id());
    }
}
