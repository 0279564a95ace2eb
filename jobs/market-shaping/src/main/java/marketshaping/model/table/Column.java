package marketshaping.model.table;

import java.util.Locale;

/**
 * One column of a tidy table, with its name in the CSV file, its kind of figure and its unit. An empty string means
 * none.
 *
 * @param numerator for a percentage, the count column that is its numerator, so that a published percentage can be
 *     recalculated from rounded counts
 * @param basis the count column on which the figure depends: a published table that hides this count hides the figure
 *     too. For a percentage it is the denominator
 * @param needs the optional input without which the column shows {@link Shorthand#NOT_AVAILABLE}
 * @param heading the heading of the column; empty for the name in words
 */
public record Column(
        String name, Kind kind, String unit, String numerator, String basis, String needs, String heading) {

    public Column(String name, Kind kind, String unit, String numerator, String basis, String needs) {
        this(name, kind, unit, numerator, basis, needs, "");
    }

    /** The content of a column, which determines its type, its number format and its disclosure control. */
    public enum Kind {
        /** Text that identifies a row; {@code All} in a row that covers every value of the dimension. */
        DIMENSION,
        /** A count of people, or of placements, lines or cases, which each belong to a person. */
        COUNT,
        /** A count of anything else, such as providers or rows of a file. It is never suppressed. */
        COUNT_OF_THINGS,
        /** A percentage, from 0 to 100. */
        PERCENT,
        /** An exact amount in pounds. */
        MONEY,
        /** A number of days, which may be an average. */
        DAYS,
        /** Any other number, such as an index. */
        NUMBER,
        /** A count of people, an amount in pounds or a count of things; the cell in the dimension {@code basis} says which. */
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

    /** Returns a column for one count as a percentage of another count in the same row. */
    public static Column percent(String name, String numerator, String denominator) {
        return new Column(name, Kind.PERCENT, "%", numerator, denominator, "");
    }

    /**
     * Returns a column for a percentage of something other than counts, such as money. The table hides it if it hides
     * the count {@code basis}.
     */
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

    /**
     * Returns a column whose kind of figure depends on the row.
     *
     * @param basis the count on which the figure depends in rows about money
     */
    public static Column mixed(String name, String unit, String basis) {
        return new Column(name, Kind.MIXED, unit, "", basis, "");
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT, "", "", "", "");
    }

    public static Column date(String name) {
        return new Column(name, Kind.DATE, "", "", "", "");
    }

    /** Returns a copy of this column that shows figures only if the optional input is supplied. */
    public Column needing(String input) {
        return new Column(name, kind, unit, numerator, basis, input, heading);
    }

    /** Returns a copy of this column with another heading. */
    public Column headed(String words) {
        return new Column(name, kind, unit, numerator, basis, needs, words);
    }

    /** Returns true for a column that only serves disclosure control; its name starts with an underscore. */
    public boolean isSupporting() {
        return name.startsWith("_");
    }

    /** Returns the heading; if none is set, the name in words: {@code rated_percent} is "Rated percent". */
    @Override
    public String heading() {
        if (!heading.isEmpty()) {
            return heading;
        }
        String words = name.replace('_', ' ').strip();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
