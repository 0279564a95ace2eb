package marketshaping.model.table;

import java.util.Locale;

/**
 * One column of a tidy table: its name as in the CSV, what kind of figure it holds and its unit.
 *
 * <p>{@code basis} names the count column that the figure rests on: where that count is hidden in a published table, so
 * is this figure. For a percentage it is the denominator, and {@code numerator} names the count above the line, so that
 * a published percentage can be worked out again from rounded counts. {@code needs} names the optional input without
 * which the column can't be known and shows {@link Shorthand#NOT_AVAILABLE}. Empty strings mean "none".
 */
public record Column(String name, Kind kind, String unit, String numerator, String basis, String needs) {

    /** What a column holds, which settles its type, its number format and how disclosure control treats it. */
    public enum Kind {
        /** Text that says what a row is about; {@code All} where the dimension is summed over. */
        DIMENSION,
        /** A count of people, or of placements, lines or cases, each of which is somebody's. */
        COUNT,
        /** A count of things that are not people's, such as providers or rows of a file: never suppressed. */
        COUNT_OF_THINGS,
        /** 0 to 100. */
        PERCENT,
        /** Pounds, exact. */
        MONEY,
        /** Days, whole or averaged. */
        DAYS,
        /** Any other number, such as an index. */
        NUMBER,
        /** People, pounds or things, as the row's dimension {@code basis} says. */
        MIXED,
        DATE,
        TEXT
    }

    public static Column dimension(String name) {
        return new Column(name, Kind.DIMENSION, "", "", "", "");
    }

    public static Column count(String name) {
        return new Column(name, Kind.COUNT, "", "", name, "");
    }

    public static Column countOfThings(String name) {
        return new Column(name, Kind.COUNT_OF_THINGS, "", "", "", "");
    }

    /** A percentage of two counts of the same row. */
    public static Column percent(String name, String numerator, String denominator) {
        return new Column(name, Kind.PERCENT, "%", numerator, denominator, "");
    }

    /** A percentage of something other than counts, such as money, which rests on a count. */
    public static Column share(String name, String basis) {
        return new Column(name, Kind.PERCENT, "%", "", basis, "");
    }

    public static Column money(String name, String unit, String basis) {
        return new Column(name, Kind.MONEY, unit, "", basis, "");
    }

    public static Column days(String name, String basis) {
        return new Column(name, Kind.DAYS, "days", "", basis, "");
    }

    public static Column number(String name, String basis) {
        return new Column(name, Kind.NUMBER, "", "", basis, "");
    }

    /** @param basis what the figure rests on where it is money */
    public static Column mixed(String name, String unit, String basis) {
        return new Column(name, Kind.MIXED, unit, "", basis, "");
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, "", "", "", "");
    }

    public static Column date(String name) {
        return new Column(name, Kind.DATE, "", "", "", "");
    }

    /** The same column, known only where the optional input is given. */
    public Column needing(String input) {
        return new Column(name, kind, unit, numerator, basis, input);
    }

    /** Columns whose name starts with an underscore serve disclosure control and never leave it. */
    public boolean isSupporting() {
        return name.startsWith("_");
    }

    /** The name in words: {@code out_of_borough_percent} is "Out of borough percent". */
    public String heading() {
        String words = name.replace('_', ' ').strip();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
