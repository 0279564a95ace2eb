package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/** The numeric cells of selected columns of a table, by row and column. Text and shorthand have no cell. */
final class Grid {
    private final List<Column> columns;
    private final List<Map<String, TableCell>> rows;

    private Grid(List<Column> columns, List<Map<String, TableCell>> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    static Grid of(Table table, Predicate<Column> chosen) {
        List<Column> columns = table.columns().stream().filter(chosen).toList();
        List<Map<String, TableCell>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            Map<String, TableCell> cells = new LinkedHashMap<>();
            for (Column column : columns) {
                number(table.cell(row, column.name()))
                        .ifPresent(value -> cells.put(column.name(), TableCell.of(value)));
            }
            rows.add(cells);
        }
        return new Grid(columns, rows);
    }

    /** Returns the exact number in a cell, or empty for text, dates and shorthand. */
    static Optional<BigDecimal> number(Object cell) {
        if (cell instanceof BigDecimal exact) {
            return Optional.of(exact);
        }
        return cell instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    List<Column> columns() {
        return columns;
    }

    int size() {
        return rows.size();
    }

    /** Returns the cells of a row in column order. */
    List<TableCell> row(int row) {
        return List.copyOf(rows.get(row).values());
    }

    Optional<TableCell> cell(int row, String column) {
        return Optional.ofNullable(rows.get(row).get(column));
    }

    /**
     * Replaces a cell with the cell object of another table that shows the same figure, so that both are hidden or
     * neither.
     */
    void replace(int row, String column, TableCell cell) {
        rows.get(row).put(column, cell);
    }

    /** Returns true if the cell contains a figure that readers must not see. */
    boolean isHidden(int row, String column) {
        return cell(row, column).filter(cell -> !cell.isShown()).isPresent();
    }

    /**
     * Returns the constraint that the parts add up to the total row in one column. Skips parts that are not numbers.
     * Returns empty if the total is not a number or no part is.
     */
    Optional<SumConstraint> sum(RowSum rows, String column) {
        return cell(rows.total(), column).flatMap(total -> {
            List<TableCell> parts = rows.parts().stream()
                    .flatMap(part -> cell(part, column).stream())
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(new SumConstraint(total, parts));
        });
    }

    List<SumConstraint> sums(List<RowSum> rows, String column) {
        return rows.stream().flatMap(each -> sum(each, column).stream()).toList();
    }
}
