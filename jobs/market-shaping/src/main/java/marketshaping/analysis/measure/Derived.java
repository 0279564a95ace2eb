package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.SortedAmounts;

/**
 * A figure that is calculated from other figures of a table.
 *
 * @param name the name of its column
 * @param calculation returns the figure of a cell, or null if it is not known
 */
record Derived(String name, Calculation calculation) {
    private static final int ANNUAL_DECIMALS = 10;

    /** Calculates the figure of a cell. */
    interface Calculation {
        Object of(Map<String, Object> cell, Cells cells);
    }

    /** Returns a figure from the dimensions and figures of its own row. */
    static Derived of(String name, Function<Map<String, Object>, Object> calculation) {
        return new Derived(name, (cell, cells) -> calculation.apply(cell));
    }

    /** Returns another figure of the row in which these dimensions are All. */
    static Derived ofTotal(String name, String figure, String... dimensions) {
        return new Derived(name, (cell, cells) -> cells.total(cell, dimensions).get(figure));
    }

    /** Returns one amount as a percentage of another; null if the other is not known or zero. */
    static Derived share(String name, String part, String whole) {
        return of(name, cell -> {
            double of = amount(cell, whole);
            return of == 0 ? null : (Object) (100 * amount(cell, part) / of);
        });
    }

    /** Returns one count as a percentage of another; null if the other is zero. */
    static Derived percent(String name, String part, String whole) {
        return of(name, cell -> percent(cell, part, whole));
    }

    static Object percent(Map<String, Object> cell, String part, String whole) {
        long of = (Long) cell.get(whole);
        return of == 0 ? null : (Object) (100 * (Long) cell.get(part) / (double) of);
    }

    /** Returns a percentile of a figure of amounts or of percentiles; null if there are no amounts. */
    static Derived percentile(String name, String amounts, int percent) {
        return of(
                name,
                cell -> cell.get(amounts) instanceof Map<?, ?> percentiles
                        ? percentiles.get(percent)
                        : ((SortedAmounts) cell.get(amounts)).percentile(percent));
    }

    /** Returns a statistic of a figure of amounts. */
    static Derived ofAmounts(String name, String amounts, Function<SortedAmounts, Object> statistic) {
        return of(name, cell -> statistic.apply((SortedAmounts) cell.get(amounts)));
    }

    /** Returns a sum divided by the number of its amounts; null if there are none. */
    static Derived mean(String name, String sum, String count) {
        return of(name, cell -> mean(cell, sum, count));
    }

    static Object mean(Map<String, Object> cell, String sum, String count) {
        long of = (Long) cell.get(count);
        return of == 0 ? null : (Object) (amount(cell, sum) / of);
    }

    /** Returns the amount of a year of 365 days; null if the weekly amount is. */
    static BigDecimal annual(BigDecimal weekly) {
        return weekly == null
                ? null
                : weekly.multiply(BigDecimal.valueOf(365))
                        .divide(BigDecimal.valueOf(7), ANNUAL_DECIMALS, RoundingMode.HALF_UP);
    }

    private static double amount(Map<String, Object> cell, String figure) {
        return cell.get(figure) == null ? 0 : ((BigDecimal) cell.get(figure)).doubleValue();
    }

    /** Returns the figure in rows in which the dimension is All only. */
    Derived onlyInTotalOf(String dimension) {
        return new Derived(
                name, (cell, cells) -> cell.get(dimension).equals(RollUp.ALL) ? calculation.of(cell, cells) : null);
    }

    /** Returns an amount of a cell; zero if it is not known. */
    static BigDecimal orZero(Map<String, Object> cell, String figure) {
        return cell.get(figure) == null ? BigDecimal.ZERO : (BigDecimal) cell.get(figure);
    }

    /** Returns the smaller of two counts. */
    static Derived fewer(String name, String count, String other) {
        return of(name, cell -> Math.min((Long) cell.get(count), (Long) cell.get(other)));
    }

    /** Returns the change from one number to another, as a percentage; null if one is not known or the first is zero. */
    static Derived change(String name, String from, String to) {
        return of(name, cell -> {
            double before = amount(cell, from);
            return before == 0 || cell.get(to) == null ? null : (Object) (100 * (amount(cell, to) / before - 1));
        });
    }
}
