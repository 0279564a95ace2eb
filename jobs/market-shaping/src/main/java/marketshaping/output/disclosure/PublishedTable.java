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

/** Produces the published version of a table, with figures hidden as already decided and counts rounded. */
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
            case COUNT -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : roundedCount(cell);
            case PERCENT ->
                column.numerator().isEmpty() ? publishedShare(row, column, cell) : publishedPercent(row, column, cell);
            case MONEY -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : cell;
            case DAYS, NUMBER -> isHidden(row, column.name()) ? Shorthand.SUPPRESSED : roundedAverage(cell);
            case COUNT_OF_THINGS, DIMENSION, DATE, TEXT -> cell;
            case MIXED ->
                throw new IllegalStateException(
                        column.name() + " has a mixed kind; BasisTables must split the table first");
        };
    }

    private boolean isHidden(int row, String column) {
        return counts.isHidden(row, column) || figures.isHidden(row, column);
    }

    private Object roundedCount(Object cell) {
        return profile.rounds() ? profile.rounded(number(cell)).longValue() : cell;
    }

    private Object roundedAverage(Object cell) {
        return profile.rounds() && !(cell instanceof Long) ? rounded(cell, 1) : cell;
    }

    private Object publishedShare(int row, Column column, Object cell) {
        boolean isHidden = isHidden(row, column.basis())
                || components(column).anyMatch(figure -> figures.isHidden(row, figure.name()));
        return isHidden ? Shorthand.SUPPRESSED : rounded(cell, 0);
    }

    /**
     * Returns the figures that must all be shown for the share to be shown. They are the parts of its basis if {@link
     * ColumnSums} lists them, and otherwise all figures of the table. A share of the year before needs only figures of
     * the year before.
     */
    private Stream<Column> components(Column share) {
        Set<String> parts = ColumnSums.parts(table, share.basis());
        List<Column> known = figures.columns().stream()
                .filter(figure -> parts.contains(figure.name()))
                .toList();
        return known.isEmpty()
                ? figures.columns().stream()
                        .filter(figure -> YearsBefore.isYearBefore(figure) || !YearsBefore.isYearBefore(share))
                : known.stream();
    }

    private Object publishedPercent(int row, Column column, Object cell) {
        if (isHidden(row, column.numerator()) || isHidden(row, column.basis())) {
            return Shorthand.SUPPRESSED;
        }
        if (!profile.rounds()) {
            return cell;
        }
        Optional<BigDecimal> numerator = publishedNumber(row, column.numerator());
        Optional<BigDecimal> denominator = publishedNumber(row, column.basis()).filter(number -> number.signum() != 0);
        return numerator.isPresent() && denominator.isPresent()
                ? (Object)
                        (100 * numerator.get().doubleValue() / denominator.get().doubleValue())
                : Shorthand.NOT_APPLICABLE;
    }

    private Optional<BigDecimal> publishedNumber(int row, String column) {
        return counts.cell(row, column)
                .map(cell -> profile.rounded(cell.value()))
                .or(() -> Grid.number(table.cell(table.rows().get(row), column)));
    }

    private static Object rounded(Object cell, int decimals) {
        BigDecimal number = number(cell);
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && number.signum() != 0) {
            return Shorthand.LOW;
        }
        return cell instanceof Double ? (Object) rounded.doubleValue() : rounded;
    }

    private static BigDecimal number(Object cell) {
        return Grid.number(cell).orElseThrow();
    }
}
