package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure of each cell.
 *
 * @param name the name of its column
 * @param where selects lines among those of the table
 * @param isYearBefore true if the figure is about the year before
 * @param kind creates the accumulator that calculates it
 */
public record Figure(String name, LineCondition where, boolean isYearBefore, Kind kind) implements Serializable {

    /** Creates the accumulator of a kind of figure, and the figure from what has been accumulated. */
    interface Kind extends Serializable {
        Accumulator over(Lines lines);

        default Object value(Part part) {
            return part.value();
        }
    }

    private record Percentiles(Amount amount, List<Integer> percents) implements Kind {
        @Override
        public Accumulator over(Lines lines) {
            return new Accumulator.Amounts(lines, amount);
        }

        @Override
        public Object value(Part part) {
            SortedAmounts sorted = ((Part.Amounts) part).sorted();
            Map<Integer, BigDecimal> values = new HashMap<>();
            percents.forEach(percent -> values.put(percent, sorted.percentile(percent)));
            return values;
        }
    }

    private static Figure of(String name, Kind kind) {
        return new Figure(name, LineCondition.ANY, false, kind);
    }

    /** Returns the number of lines. */
    public static Figure lines(String name) {
        return of(name, any -> new Accumulator.Count());
    }

    /** Returns the number of distinct people. */
    public static Figure people(String name) {
        return of(name, lines -> new Accumulator.People(lines.people()));
    }

    /** Returns the number of distinct values in a column of codes. */
    public static Figure distinct(String name, String column) {
        return of(name, lines -> new Accumulator.Distinct(lines.codes(column)));
    }

    /** Returns the sum of the known amounts; null if none is known. */
    public static Figure sum(String name, Amount amount) {
        return of(name, lines -> new Accumulator.Sum(lines, amount));
    }

    /** Returns the known amounts in ascending order, as {@link SortedAmounts}. */
    public static Figure amounts(String name, Amount amount) {
        return of(name, lines -> new Accumulator.Amounts(lines, amount));
    }

    /**
     * Returns percentiles of the known amounts as a map from percent to {@link SortedAmounts#percentile}. Unlike all
     * amounts, they do not grow with the lines.
     */
    public static Figure percentiles(String name, Amount amount, Integer... percents) {
        return of(name, new Percentiles(amount, List.of(percents)));
    }

    /**
     * Returns the largest contributor's percentage of the amounts above zero, from 0 to 100. Lines without a contributor
     * count towards the total. Null if there is no contributor or no amount above zero.
     */
    public static Figure topShare(String name, Amount amount, String contributor) {
        return of(name, lines -> new Accumulator.ByContributor(lines, amount, lines.codes(contributor)));
    }

    /** Returns the figure of some lines only. */
    public Figure where(LineCondition condition) {
        return new Figure(name, where.and(condition), isYearBefore, kind);
    }

    /** Returns the figure with another name. */
    public Figure named(String other) {
        return new Figure(other, where, isYearBefore, kind);
    }

    /** Returns the figure of the year before, with the name of its column. */
    public Figure yearBefore() {
        return new Figure(name + "_year_before", where, true, kind);
    }
}
