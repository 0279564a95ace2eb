package marketshaping.output.pack.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** Looks up single figures in the tables of a pack. A missing figure is {@link Shorthand#NOT_AVAILABLE}. */
final class FigureLookup {
    static final String ALL = "All";

    private final Map<String, Table> tables;

    FigureLookup(PackInputs inputs) {
        this.tables = inputs.tables();
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    /** Returns the figure in the row with these dimension values and All in every other dimension. */
    Object at(String table, String column, Map<String, String> where) {
        return rows(table, where)
                .filter(row -> sumsOverOthers(tables.get(table), row, where))
                .map(row -> cell(table, row, column))
                .findFirst()
                .orElse(Shorthand.NOT_AVAILABLE);
    }

    /** Returns the rows with these dimension values, in table order. Other dimensions may have any value. */
    Stream<List<Object>> rows(String id, Map<String, String> where) {
        if (!has(id)) {
            return Stream.empty();
        }
        Table table = tables.get(id);
        return table.rows().stream().filter(row -> matches(table, row, where));
    }

    Object cell(String id, List<Object> row, String column) {
        Table table = tables.get(id);
        return hasColumn(table, column) ? table.cell(row, column) : Shorthand.NOT_AVAILABLE;
    }

    /**
     * Returns the sum of the cells. If any contains a shorthand symbol such as [c], returns the first symbol instead.
     * Without cells, returns {@link Shorthand#NOT_AVAILABLE}.
     */
    static Object total(List<Object> cells) {
        List<Object> shorthand = new ArrayList<>(cells);
        shorthand.removeIf(CellWords::isNumber);
        if (!shorthand.isEmpty()) {
            return shorthand.get(0);
        }
        return cells.isEmpty()
                ? Shorthand.NOT_AVAILABLE
                : cells.stream().map(CellWords::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean hasColumn(Table table, String column) {
        return table.columns().stream().map(Column::name).anyMatch(column::equals);
    }

    /** Returns true if the cell is a month such as 2025-06, or a date. */
    static boolean isMonth(Object cell) {
        return cell instanceof LocalDate || cell.toString().matches("\\d{4}-(0[1-9]|1[0-2])");
    }

    static YearMonth month(Object cell) {
        return cell instanceof LocalDate date ? YearMonth.from(date) : YearMonth.parse(cell.toString());
    }

    private static boolean sumsOverOthers(Table table, List<Object> row, Map<String, String> where) {
        return table.columns().stream()
                .filter(column -> column.kind() == Column.Kind.DIMENSION && !where.containsKey(column.name()))
                .allMatch(column -> ALL.equals(table.cell(row, column.name())));
    }

    private static boolean matches(Table table, List<Object> row, Map<String, String> where) {
        return where.entrySet().stream()
                .allMatch(one -> hasColumn(table, one.getKey())
                        && table.cell(row, one.getKey()).toString().equals(one.getValue()));
    }
}
