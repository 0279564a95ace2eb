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
 * A table whose figures are people, pounds or things, as the dimension {@code basis} of each row says: the rows of each
 * basis are made fit to be published as a table of their own, whose columns are of the kind that they hold.
 */
final class BasisTables {
    private static final String BASIS = "basis";
    private static final String NONE = "";

    private BasisTables() {}

    private static boolean isOne(Table table) {
        return table.columns().stream().anyMatch(column -> column.kind() == Kind.MIXED);
    }

    /** A table for each basis, with the rows of that basis in their order; any other table as it is. */
    static Map<Object, Table> parts(Table table) {
        if (!isOne(table)) {
            return Map.of(NONE, table);
        }
        Map<Object, Table> parts = new LinkedHashMap<>();
        table.rows().forEach(row -> parts.computeIfAbsent(table.cell(row, BASIS), basis -> part(table, basis)));
        return parts;
    }

    /** Of what belongs to the rows of a table, that of the rows of one part. */
    static <T> List<T> ofPart(Table table, List<T> all, Object basis) {
        return IntStream.range(0, all.size())
                .filter(row -> basis(table, row).equals(basis))
                .mapToObj(all::get)
                .toList();
    }

    /** What belongs to the rows of the parts, in the order of the rows of the whole. */
    static <T> List<T> together(Table table, Map<Object, List<T>> parts) {
        Map<Object, Iterator<T>> next = new HashMap<>();
        parts.forEach((basis, rows) -> next.put(basis, rows.iterator()));
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> next.get(basis(table, row)).next())
                .toList();
    }

    private static Object basis(Table table, int row) {
        return isOne(table) ? table.cell(table.rows().get(row), BASIS) : NONE;
    }

    private static Table part(Table table, Object basis) {
        return new Table(
                table.id(),
                table.title(),
                table.columns().stream().map(column -> of(column, basis)).toList(),
                table.rows().stream()
                        .filter(row -> table.cell(row, BASIS).equals(basis))
                        .toList(),
                table.note());
    }

    /** A basis that is not known here is taken for people, who are treated with the most care. */
    private static Column of(Column column, Object basis) {
        if (basis.equals("Weekly value")) {
            return ofPounds(column);
        }
        return basis.equals("Providers") ? ofThings(column) : ofPeople(column);
    }

    private static Column ofPeople(Column column) {
        return column.kind() == Kind.MIXED ? Column.count(column.name()) : column;
    }

    private static Column ofPounds(Column column) {
        return switch (column.kind()) {
            case MIXED -> Column.money(column.name(), column.unit(), column.basis());
            case PERCENT -> Column.share(column.name(), column.basis());
            default -> column;
        };
    }

    private static Column ofThings(Column column) {
        return column.kind() == Kind.MIXED || column.kind() == Kind.COUNT
                ? Column.countOfThings(column.name())
                : column;
    }
}
