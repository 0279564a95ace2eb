package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * Figures of several tables side by side: the rows of one table, and for each the figures that other tables have for the
 * same dimensions. Nothing is reckoned, so that what is hidden in a table stays hidden here.
 */
final class CombinedColumns {
    private final Map<String, Table> tables;
    private final Table base;
    private final List<String> along;
    private final List<List<Object>> found;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * Figures to be put beside the rows.
     *
     * @param where the dimensions that are the same for every row
     * @param by the dimensions that are those of the row
     * @param names of columns in the table, and what they are called here
     */
    record Beside(String source, Map<String, String> where, List<String> by, Map<String, String> names) {}

    /** @param along the dimensions that are told apart; a row is summed over every other, and over none of these */
    CombinedColumns(Map<String, Table> tables, String source, List<String> along, List<String> told) {
        this.tables = tables;
        this.base = tables.get(source);
        this.along = List.copyOf(along);
        this.found = base.rows().stream().filter(this::holds).toList();
        for (String name : along) {
            columns.add(Column.dimension(name));
        }
        found.forEach(row -> rows.add(
                new ArrayList<>(along.stream().map(name -> base.cell(row, name)).toList())));
        for (String name : told) {
            columns.add(base.columns().get(base.indexOf(name)));
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).add(base.cell(found.get(i), name));
            }
        }
    }

    /** A table that is not there adds no columns; where it has no row, there is nothing to count. */
    CombinedColumns and(Beside beside) {
        Table other = tables.get(beside.source());
        if (other != null) {
            beside.names().forEach((column, name) -> {
                columns.add(renamed(other.columns().get(other.indexOf(column)), name));
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).add(figure(other, column, beside, found.get(i)));
                }
            });
        }
        return this;
    }

    Table table(String id, String title, String note) {
        return new Table(id, title, columns, rows, note);
    }

    private Object figure(Table other, String column, Beside beside, List<Object> row) {
        return other.rows().stream()
                .filter(one ->
                        beside.where().entrySet().stream().allMatch(dimension -> other.cell(one, dimension.getKey())
                                        .toString()
                                        .equals(dimension.getValue()))
                                && beside.by().stream()
                                        .allMatch(name -> other.cell(one, name).equals(base.cell(row, name))))
                .map(one -> other.cell(one, column))
                .findFirst()
                .orElse(Shorthand.NOT_APPLICABLE);
    }

    /** Every need is wanted beside the sum over needs, but no sum over settings, which other tables sum otherwise. */
    private boolean holds(List<Object> row) {
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
