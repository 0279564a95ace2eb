package marketshaping.analysis.rollup;

/**
 * A figure of each cell.
 *
 * @param name the name of its column
 * @param where selects lines among those of the table
 * @param isYearBefore true if the figure is about the year before
 * @param kind creates the accumulator that calculates it
 */
public record Figure(String name, LineCondition where, boolean isYearBefore, Kind kind) {

    /** Creates the accumulator of a kind of figure. */
    interface Kind {
        Accumulator over(Lines lines);
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
     * Returns the largest contributor's percentage of the amounts above zero, from 0 to 100. Lines without a contributor
     * count towards the total. Null if there is no contributor or no amount above zero.
     */
    public static Figure topShare(String name, Amount amount, String contributor) {
        return of(name, lines -> new Accumulator.TopShare(lines, amount, lines.codes(contributor)));
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
