package marketshaping.output.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;

/** A table of one as-at date, with the cells of its counts and of its other figures. */
record TableCells(Table table, LocalDate asAt, Grid counts, Grid figures) {

    static TableCells of(Table table, LocalDate asAt) {
        return new TableCells(
                table,
                asAt,
                Grid.of(table, column -> column.kind() == Kind.COUNT),
                Grid.of(table, FigureControl::isFigure));
    }

    /**
     * Returns the cells of a table in the previous pack. Its hidden cells are marked as hidden, and all others as known
     * to readers.
     */
    static TableCells published(Table table, LocalDate asAt, List<Set<String>> hidden, DisclosureProfile profile) {
        TableCells cells = of(table, asAt);
        for (int row = 0; row < hidden.size(); row++) {
            for (Grid grid : List.of(cells.counts, cells.figures)) {
                for (Column column : grid.columns()) {
                    boolean isHidden = hidden.get(row).contains(column.name());
                    grid.cell(row, column.name())
                            .ifPresent(cell -> setState(cell, isHidden, grid == cells.counts, profile));
                }
            }
        }
        return cells;
    }

    private static void setState(TableCell cell, boolean isHidden, boolean isCount, DisclosureProfile profile) {
        if (!isHidden) {
            cell.markKnown();
        } else if (isCount && !profile.isSmall(cell.value())) {
            cell.suppressSecondary();
        } else {
            cell.suppressPrimary();
        }
    }

    /** Returns, for each row, the columns that readers must not see. */
    List<Set<String>> hidden() {
        List<Set<String>> hidden = new ArrayList<>();
        for (int row = 0; row < counts.size(); row++) {
            int at = row;
            Set<String> columns = new LinkedHashSet<>();
            Stream.of(counts, figures).forEach(grid -> grid.columns().stream()
                    .map(Column::name)
                    .filter(column -> grid.isHidden(at, column))
                    .forEach(columns::add));
            hidden.add(columns);
        }
        return hidden;
    }
}
