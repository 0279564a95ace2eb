package marketshaping.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import marketshaping.table.Column;
import marketshaping.table.Column.Kind;
import marketshaping.table.Table;

/**
 * A table whose figures are people, pounds or things, as the dimension {@code basis} of each row says: the rows of each
 * basis are made fit to be published as a table of their own, whose columns are of the kind that they hold.
 */
final class ByBasis {
    private static final String BASIS = "basis";

    private ByBasis() {}

    static boolean isOne(Table table) {
        return table.columns().stream().anyMatch(column -> column.kind() == Kind.MIXED);
    }

    /** The table without its supporting columns, each row as {@code publish} has it in the table of its basis. */
    static Table publish(Table table, UnaryOperator<Table> publish) {
        Map<Object, Iterator<List<Object>>> published = new HashMap<>();
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            rows.add(published
                    .computeIfAbsent(
                            table.cell(row, BASIS),
                            basis -> publish.apply(part(table, basis)).rows().iterator())
                    .next());
        }
        return new Table(table.id(), table.title(), table.visible().columns(), rows, table.note());
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
