package marketshaping.model.table;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * A finished, tidy table: one row per combination of its dimensions, in display order.
 *
 * <p>A cell is a {@code String}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code LocalDate} or a {@link
 * Shorthand}; never null. The number of rows does not depend on the size of the council, because rows contain totals.
 *
 * @param id the measure's id, which names the CSV file and the worksheet
 * @param note what a reader must know about this table, such as a missing input; may be empty
 */
public record Table(String id, String title, List<Column> columns, List<List<Object>> rows, String note) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Table %s has %d columns and a row of %d cells".formatted(id, columns.size(), row.size()));
            }
        }
    }

    /**
     * Returns the position of a column in the table, from 0.
     *
     * @throws NoSuchElementException if the table has no such column
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new NoSuchElementException("Table %s has no column %s".formatted(id, column));
    }

    public Object cell(List<Object> row, String column) {
        return row.get(indexOf(column));
    }

    /** Returns a copy of the table without the columns that only serve disclosure control. */
    public Table visible() {
        List<Integer> shown = java.util.stream.IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isSupporting())
                .boxed()
                .toList();
        return new Table(
                id,
                title,
                shown.stream().map(columns::get).toList(),
                rows.stream().map(row -> shown.stream().map(row::get).toList()).toList(),
                note);
    }
}
