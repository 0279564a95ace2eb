package marketshaping.output.pack.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Selects the rows of a table for a chart: one row per value of the dimension {@code along}, except All. The dimensions
 * in {@code where} have the values given there. All other dimensions have the value All.
 */
record ChartRows(Table source, Map<String, String> where, String along) {

    List<List<Object>> rows() {
        return source.rows().stream().filter(this::isSelected).toList();
    }

    /** Returns the selected rows whose value of {@code along} is a month or a date. */
    List<List<Object>> months() {
        return rows().stream()
                .filter(row -> FigureLookup.isMonth(source.cell(row, along)))
                .toList();
    }

    /** Returns the columns with these names, in the given order. */
    List<Column> columns(String... names) {
        return Stream.of(names)
                .map(name -> source.columns().get(source.indexOf(name)))
                .toList();
    }

    /** Returns the cells of a row in the named columns, in the given order. */
    List<Object> cells(List<Object> row, String... names) {
        return Stream.of(names).map(name -> source.cell(row, name)).toList();
    }

    Table table(String id, String title, String... columns) {
        List<List<Object>> rows =
                rows().stream().map(row -> cells(row, columns)).toList();
        return new Table(id, title, columns(columns), rows, source.note());
    }

    /** Returns the last day of a month, which a chart can place on a time axis. */
    static LocalDate monthEnd(Object cell) {
        return FigureLookup.month(cell).atEndOfMonth();
    }

    private boolean isSelected(List<Object> row) {
        return source.columns().stream()
                .filter(column -> column.kind() == Column.Kind.DIMENSION)
                .allMatch(column -> isSelected(column.name(), source.cell(row, column.name())));
    }

    private boolean isSelected(String dimension, Object cell) {
        boolean all = cell.equals(FigureLookup.ALL);
        return dimension.equals(along)
                ? !all
                : where.getOrDefault(dimension, FigureLookup.ALL).equals(cell.toString());
    }
}
