package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketshaping.model.table.Column;

/**
 * Links tables: a figure that several tables or packs show becomes one cell, hidden in all of them or in none. If two
 * tables show different values, because inputs were revised in between, they keep separate cells.
 */
final class SharedCells {
    private static final int PENCE = 2;

    /** The key of a figure and its value in pounds and pence. */
    private record Figure(FigureKey key, BigDecimal value) {}

    private final Map<Figure, TableCell> cells = new LinkedHashMap<>();

    /** The cells of each key. A key has more than one cell if tables disagree. */
    private final Map<FigureKey, List<TableCell>> byKey = new LinkedHashMap<>();

    /** Adds the cells of a table. The tables of the previous pack must be added first. */
    void add(TableCells table, Grid grid) {
        for (String column : SharedFigures.columns(table.table())) {
            if (grid.columns().stream().map(Column::name).anyMatch(column::equals)) {
                for (int row = 0; row < grid.size(); row++) {
                    add(table, grid, row, column);
                }
            }
        }
    }

    private void add(TableCells table, Grid grid, int row, String column) {
        Optional<TableCell> own = grid.cell(row, column);
        Optional<FigureKey> key =
                SharedFigures.key(table.table(), table.table().rows().get(row), column, table.asAt());
        if (own.isEmpty() || key.isEmpty()) {
            return;
        }
        TableCell cell = own.get();
        Figure figure = new Figure(key.get(), cell.value().setScale(PENCE, RoundingMode.HALF_UP));
        TableCell shared = cells.putIfAbsent(figure, cell);
        if (shared == null) {
            byKey.computeIfAbsent(figure.key(), any -> new ArrayList<>()).add(cell);
        } else {
            if (cell.state() == TableCell.State.KNOWN) {
                shared.markKnown();
            }
            grid.replace(row, column, shared);
        }
    }

    /** Returns the sums by which figures of all tables add up to each other, limited to sums that hold. */
    List<SumConstraint> sums() {
        List<SumConstraint> sums = new ArrayList<>();
        byKey.forEach((whole, totals) -> {
            for (List<FigureKey> parts : Groups.of(whole)) {
                add(sums, totals, parts);
            }
        });
        byMonth().forEach((whole, months) -> add(sums, byKey.getOrDefault(whole, List.of()), months));
        return sums;
    }

    /** Groups the keys of figures for single months by the key of the figure for all months. */
    private Map<FigureKey, List<FigureKey>> byMonth() {
        Map<FigureKey, List<FigureKey>> wholes = new LinkedHashMap<>();
        for (FigureKey key : byKey.keySet()) {
            if (key.narrowedTo().containsKey("month")) {
                wholes.computeIfAbsent(key.without("month"), any -> new ArrayList<>())
                        .add(key);
            }
        }
        return wholes;
    }

    /**
     * Adds a constraint for each total that equals the sum of the parts. If tables disagree on a part, uses the value
     * added last.
     */
    private void add(List<SumConstraint> sums, List<TableCell> totals, List<FigureKey> parts) {
        List<TableCell> known = parts.stream()
                .filter(byKey::containsKey)
                .map(part -> byKey.get(part).get(byKey.get(part).size() - 1))
                .toList();
        if (!known.isEmpty()) {
            totals.stream()
                    .map(total -> new SumConstraint(total, known))
                    .filter(Additivity::holds)
                    .forEach(sums::add);
        }
    }
}
