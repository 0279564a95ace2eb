package marketshaping.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import marketshaping.table.Column;
import marketshaping.table.Shorthand;
import marketshaping.table.Table;

/**
 * Makes a finished table fit to be published under a {@link Profile}: hidden figures become
 * {@link Shorthand#SUPPRESSED}, and the columns that only serve disclosure control are gone.
 *
 * <p>Counts and everything that rests on them (see {@link Column}) are treated, counts of things never. What stands in
 * a table as shorthand stays. Under both suppressing profiles:
 *
 * <ul>
 *   <li>a count of nought is shown, a small one is hidden, and so are others where sums of rows or columns, or bounds,
 *       give a hidden one away ({@link CountControl});
 *   <li>a percentage of two counts is hidden with either of them, and where counts are rounded is worked out from the
 *       rounded ones;
 *   <li>a share that rests on a count is hidden with it and with any figure of its row, of which it may be a part or a
 *       change, but for a year before's with a figure of this year, and for figures that are none of those that make
 *       up the whole; otherwise it is rounded to a whole percentage, {@link Shorthand#LOW} where that is nought;
 *   <li>money, days and other figures are hidden with the count that they rest on, and where they give a hidden one
 *       away ({@link FigureControl}). Where counts are rounded, days and numbers are rounded to one decimal place, for
 *       the decimals of a mean tell the count that it was divided by;
 *   <li>figures that are people in one row and pounds in another are treated as what they are ({@link ByBasis}).
 * </ul>
 *
 * <p>A measure helps by resting a share on the smaller of the counts behind it (that of the spot lines, for a spot
 * share) and by ordering rows by their dimensions, for an order by size tells sizes. Not covered: what several tables,
 * or a table and an earlier one, give away together; a group all of whom are alike (100%); a column that adds up
 * others and that neither {@link ColumnSums} nor {@link PartialTotals} names.
 */
public final class Disclosure {
    private final Profile profile;

    public Disclosure(Profile profile) {
        this.profile = profile;
    }

    public Profile profile() {
        return profile;
    }

    /** The table as it may be published, its rows in the same order. */
    public Table publish(Table table) {
        if (profile == Profile.NONE) {
            return table.visible();
        }
        if (ByBasis.isOne(table)) {
            return ByBasis.publish(table, this::publish);
        }
        Grid counts = CountControl.apply(table, profile);
        Grid figures = FigureControl.apply(table, profile, counts);
        return new Published(table, counts, figures).table().visible();
    }

    private final class Published {
        private final Table table;
        private final Grid counts;
        private final Grid figures;

        Published(Table table, Grid counts, Grid figures) {
            this.table = table;
            this.counts = counts;
            this.figures = figures;
        }

        Table table() {
            List<List<Object>> rows = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    Object cell = table.rows().get(row).get(i);
                    cells.add(
                            cell instanceof Number
                                    ? published(row, table.columns().get(i), cell)
                                    : cell);
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
                    ? figures.columns().stream()
                            .filter(figure -> YearsBefore.isOne(figure) || !YearsBefore.isOne(share))
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
                    ? (Object) (100
                            * numerator.get().doubleValue()
                            / denominator.get().doubleValue())
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
}
