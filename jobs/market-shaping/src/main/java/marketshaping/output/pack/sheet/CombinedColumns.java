package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Builds a table from several tables: the rows of one, with columns of the others joined by dimension values. Figures
 * are copied without calculation, so a figure that is hidden in its own table stays hidden here.
 */
final class CombinedColumns {
    private final Map<String, Table> tables;
    private final Table base;
    private final List<String> along;
    private final List<List<Object>> found;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * Columns of another table to join to the rows.
     *
     * @param where the dimensions with a fixed value
     * @param by the dimensions that must equal those of the row
     * @param names for each column, its name in the other table and its name in the combined table
     */
    record JoinedColumns(String source, Map<String, String> where, List<String> by, Map<String, String> names) {}

    /**
     * Selects the rows of a table.
     *
     * @param along the dimensions of the rows; a row sums over every other dimension
     * @param shown the columns of the table to show
     */
    CombinedColumns(Map<String, Table> tables, String source, List<String> along, List<String> shown) {
        this.tables = tables;
        this.base = tables.get(source);
        this.along = List.copyOf(along);
        this.found = base.rows().stream().filter(this::isSelected).toList();
        for (String name : along) {
            columns.add(Column.dimension(name));
        }
        found.forEach(row -> rows.add(
                new ArrayList<>(along.stream().map(name -> base.cell(row, name)).toList())));
        for (String name : shown) {
            columns.add(base.columns().get(base.indexOf(name)));
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(base.cell(found.get(i), name));
            }
        }
    }

    /**
     * Adds columns from another table. Adds none if the table is missing, and {@link Shorthand#NOT_APPLICABLE} in rows
     * without a matching row.
     */
    CombinedColumns join(JoinedColumns joined) {
        Table other = tables.get(joined.source());
        if (other != null) {
            joined.names().forEach((column, name) -> {
                columns.add(renamed(other.columns().get(other.indexOf(column)), name));
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).add(figure(other, column, joined, found.get(i)));
                }
            });
        }
        return this;
    }

    Table table(String id, String title, String note) {
        return new Table(id, title, columns, rows, note);
    }

    private Object figure(Table other, String column, JoinedColumns joined, List<Object> row) {
        return other.rows().stream()
                .filter(one ->
                        joined.where().entrySet().stream().allMatch(dimension -> other.cell(one, dimension.getKey())
                                        .toString()
                                        .equals(dimension.getValue()))
                                && joined.by().stream()
                                        .allMatch(name -> other.cell(one, name).equals(base.cell(row, name))))
                .map(one -> other.cell(one, column))
                .findFirst()
                .orElse(Shorthand.NOT_APPLICABLE);
    }

    /**
     * Returns true if the row has All in every dimension that is not shown. Shown dimensions must not be All, except
     * the need: tables define the sum over settings differently.
     */
    private boolean isSelected(List<Object> row) {
        return base.columns().stream()
                .filter(column -> column.kind() == Column.Kind.DIMENSION)
                .allMatch(column -> {
                    boolean all = base.cell(row, column.name()).equals(FigureLookup.ALL);
                    return along.contains(column.name()) ? column.name().equals("need_group") || !all : all;
                });
    }

    private static Column renamed(Column column, String name) {
        return new Column(name, column.kind(), column.unit(), column.numerator(), column.basis(), column.needs());
    }
}
