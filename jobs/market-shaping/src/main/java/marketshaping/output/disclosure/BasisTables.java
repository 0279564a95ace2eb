package marketshaping.output.disclosure;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;

/**
 * Splits a table by its dimension {@code basis}, which states whether a row counts people, money or things. Disclosure
 * control protects the table of each basis separately, with columns of the matching kind.
 */
final class BasisTables {
    private static final String BASIS = "basis";
    private static final String NONE = "";

    private BasisTables() {}

    private static boolean hasMixedBasis(Table table) {
        return table.columns().stream().anyMatch(column -> column.kind() == Kind.MIXED);
    }

    /**
     * Returns one table per basis, with its rows in the original order. Returns a table without a mixed column
     * unchanged.
     */
    static Map<Object, Table> split(Table table) {
        if (!hasMixedBasis(table)) {
            return Map.of(NONE, table);
        }
        Map<Object, Table> parts = new LinkedHashMap<>();
        table.rows().forEach(row -> parts.computeIfAbsent(table.cell(row, BASIS), basis -> filter(table, basis)));
        return parts;
    }

    /**
     * Selects the elements of a list that belong to the rows with the given basis.
     *
     * @param all one element per row of the table
     */
    static <T> List<T> select(Table table, List<T> all, Object basis) {
        return IntStream.range(0, all.size())
                .filter(row -> basis(table, row).equals(basis))
                .mapToObj(all::get)
                .toList();
    }

    /** Combines one list per basis into a list in the row order of the whole table. Reverses {@link #select}. */
    static <T> List<T> merge(Table table, Map<Object, List<T>> parts) {
        Map<Object, Iterator<T>> next = new HashMap<>();
        parts.forEach((basis, rows) -> next.put(basis, rows.iterator()));
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> next.get(basis(table, row)).next())
                .toList();
    }

    private static Object basis(Table table, int row) {
        return hasMixedBasis(table) ? table.cell(table.rows().get(row), BASIS) : NONE;
    }

    private static Table filter(Table table, Object basis) {
        return new Table(
                table.id(),
                table.title(),
                table.columns().stream().map(column -> convert(column, basis)).toList(),
                table.rows().stream()
                        .filter(row -> table.cell(row, BASIS).equals(basis))
                        .toList(),
                table.note());
    }

    /**
     * Returns the column with the kind that matches the basis. An unknown basis is treated as people, because they have
     * the strictest control.
     */
    private static Column convert(Column column, Object basis) {
        if (basis.equals("Weekly value")) {
            return asPounds(column);
        }
        return basis.equals("Providers") ? asThings(column) : asPeople(column);
    }

    private static Column asPeople(Column column) {
        return column.kind() == Kind.MIXED ? Column.count(column.name()) : column;
    }

    private static Column asPounds(Column column) {
        return switch (column.kind()) {
            case MIXED -> Column.money(column.name(), column.unit(), column.basis());
            case PERCENT -> Column.share(column.name(), column.basis());
            default -> column;
        };
    }

    private static Column asThings(Column column) {
        return column.kind() == Kind.MIXED || column.kind() == Kind.COUNT
                ? Column.countOfThings(column.name())
                : column;
    }
}
