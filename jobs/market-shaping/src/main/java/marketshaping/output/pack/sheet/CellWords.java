package marketshaping.output.pack.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import marketshaping.model.table.Shorthand;

/** Cells of tables in words, for sentences; shorthand is spelled out. */
public final class CellWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private CellWords() {}

    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Of 0 to 100; without decimals. */
    static String percent(Object cell) {
        return isNumber(cell) ? grouped(number(cell), 0) + "%" : shorthand(cell);
    }

    static String count(Object cell) {
        return isNumber(cell) ? grouped(number(cell), 0) : shorthand(cell);
    }

    /** A count with what is counted: "1 person", "2 people". */
    static String count(Object cell, String one, String many) {
        if (!isNumber(cell)) {
            return many + " (" + shorthand(cell) + ")";
        }
        return count(cell) + " " + (number(cell).compareTo(BigDecimal.ONE) == 0 ? one : many);
    }

    static String days(Object cell) {
        return isNumber(cell) ? grouped(number(cell), decimals(cell)) : shorthand(cell);
    }

    static String money(Object cell) {
        if (!isNumber(cell)) {
            return shorthand(cell);
        }
        BigDecimal amount = number(cell);
        String sign = amount.signum() < 0 ? "-" : "";
        BigDecimal size = amount.abs();
        return size.compareTo(MILLION) >= 0
                ? sign + "£" + grouped(size.divide(MILLION), 1) + " million"
                : sign + "£" + grouped(size, 0);
    }

    /** A figure of a table whose rows name their units. */
    static String inUnit(Object cell, Object unit) {
        return switch (unit.toString()) {
            case "percent", "%" -> percent(cell);
            case "pounds" -> money(cell);
            case "£ a week" -> money(cell) + " a week";
            case "days" -> days(cell) + " days";
            default -> count(cell);
        };
    }

    /** The text where all of the cells in it are numbers, and otherwise nothing. */
    static String ifAllKnown(String text, Object... cells) {
        return Stream.of(cells).allMatch(CellWords::isNumber) ? text : "";
    }

    /** The text where one of the cells in it is a number, and otherwise nothing. */
    static String ifKnown(String text, Object... cells) {
        return Stream.of(cells).anyMatch(CellWords::isNumber) ? text : "";
    }

    /** What a figure of a table is, to begin a sentence with. */
    static String figure(Object name) {
        return switch (name.toString()) {
            case "Framework share of starts" -> "New placements bought through the framework";
            case "Median weekly price of starts" -> "Median weekly price of new placements";
            case "Out of borough share of starts" -> "New placements that are out of borough";
            case "Median days to source" -> "Median days to find a placement";
            case "Within target percent" -> "Cases sourced within target";
            default -> name.toString().replace(": ", ", ");
        };
    }

    /** What to make of a change, as a sentence without its full stop. */
    static String reading(Object reading) {
        return switch (reading.toString()) {
            case "More than chance" -> "The change is more than chance would give";
            case "No more than chance" -> "The change is no more than chance could give";
            case "Too few to tell" -> "There are too few to tell whether that is chance";
            default -> reading.toString();
        };
    }

    /** Such as "up 4%" or "down 2%". */
    static String change(Object percent) {
        if (!isNumber(percent)) {
            return "change " + shorthand(percent);
        }
        BigDecimal change = number(percent).setScale(0, RoundingMode.HALF_UP);
        return change.signum() == 0 ? "unchanged" : (change.signum() > 0 ? "up " : "down ") + percent(change.abs());
    }

    static boolean isNumber(Object cell) {
        return cell instanceof Number number && Double.isFinite(number.doubleValue());
    }

    static BigDecimal number(Object cell) {
        return new BigDecimal(cell.toString());
    }

    static boolean isNought(Object cell) {
        return isNumber(cell) && number(cell).signum() == 0;
    }

    /** To put cells in order: those that are no numbers are behind all counts. */
    static BigDecimal size(Object cell) {
        return isNumber(cell) ? number(cell) : BigDecimal.ONE.negate();
    }

    private static int decimals(Object cell) {
        BigDecimal tenths = number(cell).setScale(1, RoundingMode.HALF_UP);
        return tenths.stripTrailingZeros().scale() > 0 ? 1 : 0;
    }

    private static String grouped(BigDecimal number, int decimals) {
        return String.format(Locale.UK, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_UP));
    }

    private static String shorthand(Object cell) {
        if (cell instanceof Shorthand mark) {
            return switch (mark) {
                case SUPPRESSED -> "suppressed";
                case NOT_AVAILABLE -> "not available";
                case NOT_APPLICABLE -> "not applicable";
                case LOW -> "nearly nought";
            };
        }
        return cell.toString();
    }
}
