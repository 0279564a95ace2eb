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
 * Figures that several tables or packs show: each becomes one cell, so that it is hidden in all of them or in none. A
 * figure that differs between two tables, because the inputs were revised in between, is two.
 */
final class SharedCells {
    private static final int PENCE = 2;

    /** What a figure is and how large. */
    private record Figure(FigureKey key, BigDecimal value) {}

    private final Map<Figure, TableCell> cells = new LinkedHashMap<>();

    /** For each key its cells; more than one where tables don't agree. */
    private final Map<FigureKey, List<TableCell>> byKey = new LinkedHashMap<>();

    /** Takes the cells of a table; what readers have comes first. */
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
                shared.publish();
            }
            grid.share(row, column, shared);
        }
    }

    /** Figures that make up another, whichever tables they stand in; only where they do. */
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

    /** Rows of single months that are narrowed to them, by what they come to. */
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

    /** Where tables don't agree on a part, the latest is taken: a reader has no better one. */
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
