package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** A table as readers see it, once it is settled which of its cells are hidden. */
final class PublishedTable {
    private final DisclosureProfile profile;
    private final Table table;
    private final Grid counts;
    private final Grid figures;

    PublishedTable(TableCells cells, DisclosureProfile profile) {
        this.profile = profile;
        this.table = cells.table();
        this.counts = cells.counts();
        this.figures = cells.figures();
    }

    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                Object cell = table.rows().get(row).get(i);
                cells.add(
                        cell instanceof Number ? published(row, table.columns().get(i), cell) : cell);
            }
            rows.add(cells);
        }
        return new Table(table.id(), table.title(), table.columns(), rows, table.note());
    }

    private Object published(int row, Column column, Object cell) {
        return switch (column.kind()) {
            case COUNT -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : count(cell);
            case PERCENT -> column.numerator().isEmpty() ? share(row, column, cell) : percent(row, column, cell);
            case MONEY -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : cell;
            case DAYS, NUMBER -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : average(cell);
            case COUNT_OF_THINGS, DIMENSION, DATE, TEXT -> cell;
            case MIXED -> throw new IllegalStateException(column.name() + " is of no one kind");
        };
    }

    private boolean isHidden(int row, String column) {
        return counts.isHidden(row, column) || figures.isHidden(row, column);
    }

    private Object count(Object cell) {
        return profile.rounds() ? profile.rounded(exact(cell)).longValue() : cell;
    }

    private Object average(Object cell) {
        return profile.rounds() && !(cell instanceof Long) ? rounded(cell, 1) : cell;
    }

    private Object share(int row, Column column, Object cell) {
        boolean isHidden = isHidden(row, column.basis())
                || madeOf(column).anyMatch(figure -> figures.isHidden(row, figure.name()));
        return isHidden ? Shorthand.SUPPRESSED : rounded(cell, 0);
    }

    /** The figures that make up what it is a share of, where that is known; else all that it may be made of. */
    private Stream<Column> madeOf(Column share) {
        Set<String> parts = ColumnSums.parts(table, share.basis());
        List<Column> known = figures.columns().stream()
                .filter(figure -> parts.contains(figure.name()))
                .toList();
        return known.isEmpty()
                ? figures.columns().stream().filter(figure -> YearsBefore.isOne(figure) || !YearsBefore.isOne(share))
                : known.stream();
    }

    private Object percent(int row, Column column, Object cell) {
        if (isHidden(row, column.numerator()) || isHidden(row, column.basis())) {
            return Shorthand.SUPPRESSED;
        }
        if (!profile.rounds()) {
            return cell;
        }
        Optional<BigDecimal> numerator = shown(row, column.numerator());
        Optional<BigDecimal> denominator = shown(row, column.basis()).filter(number -> number.signum() != 0);
        return numerator.isPresent() && denominator.isPresent()
                ? (Object)
                        (100 * numerator.get().doubleValue() / denominator.get().doubleValue())
                : Shorthand.NOT_APPLICABLE;
    }

    private Optional<BigDecimal> shown(int row, String column) {
        return counts.cell(row, column)
                .map(cell -> profile.rounded(cell.value()))
                .or(() -> Grid.number(table.cell(table.rows().get(row), column)));
    }

    private static Object rounded(Object cell, int decimals) {
        BigDecimal number = exact(cell);
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && number.signum() != 0) {
            return Shorthand.LOW;
        }
        return cell instanceof Double ? (Object) rounded.doubleValue() : rounded;
    }

    private static BigDecimal exact(Object cell) {
        return Grid.number(cell).orElseThrow();
    }
}
