package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/** Small tables for tests of disclosure control. */
final class DisclosureTables {
    private DisclosureTables() {}

    static Table table(List<Column> columns, List<List<Object>> rows) {
        return new Table("a_measure", "A measure", columns, rows, "");
    }

    static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    static List<Object> column(Table table, String name) {
        List<Object> cells = new ArrayList<>();
        table.rows().forEach(row -> cells.add(table.cell(row, name)));
        return cells;
    }

    /** Returns one row per value. The dimension has no total, so that no cells add up. */
    static Table unlinked(Column column, List<?> values) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(row("Month " + i, values.get(i)));
        }
        return table(List.of(Column.dimension("month"), column), rows);
    }
}
