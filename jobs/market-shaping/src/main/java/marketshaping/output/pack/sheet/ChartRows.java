package marketshaping.output.pack.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Some rows of a table, to be drawn: those with these dimensions, one for each value along one dimension, and summed
 * over every other.
 */
record ChartRows(Table source, Map<String, String> where, String along) {

    List<List<Object>> rows() {
        return source.rows().stream().filter(this::holds).toList();
    }

    /** The rows that are about a month. */
    List<List<Object>> months() {
        return rows().stream()
                .filter(row -> FigureLookup.isMonth(source.cell(row, along)))
                .toList();
    }

    /** Columns of the table as they are. */
    List<Column> columns(String... names) {
        return Stream.of(names)
                .map(name -> source.columns().get(source.indexOf(name)))
                .toList();
    }

    /** The cells of a row in some columns. */
    List<Object> cells(List<Object> row, String... names) {
        return Stream.of(names).map(name -> source.cell(row, name)).toList();
    }

    Table table(String id, String title, String... columns) {
        List<List<Object>> rows =
                rows().stream().map(row -> cells(row, columns)).toList();
        return new Table(id, title, columns(columns), rows, source.note());
    }

    /** A month as its last day, which a chart can place on an axis of time. */
    static LocalDate monthEnd(Object cell) {
        return FigureLookup.month(cell).atEndOfMonth();
    }

    private boolean holds(List<Object> row) {
        return source.columns().stream()
                .filter(column -> column.kind() == Column.Kind.DIMENSION)
                .allMatch(column -> holds(column.name(), source.cell(row, column.name())));
    }

    private boolean holds(String dimension, Object cell) {
        boolean all = cell.equals(FigureLookup.ALL);
        return dimension.equals(along)
                ? !all
                : where.getOrDefault(dimension, FigureLookup.ALL).equals(cell.toString());
    }
}
