package marketshaping.output.pack.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import marketshaping.model.table.Shorthand;

/** Formats table cells for use in sentences. A shorthand symbol becomes words: [c] becomes "suppressed". */
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

    /** Formats a number from 0 to 100 as a whole percentage, such as "52%". */
    static String percent(Object cell) {
        return isNumber(cell) ? grouped(number(cell), 0) + "%" : shorthand(cell);
    }

    static String count(Object cell) {
        return isNumber(cell) ? grouped(number(cell), 0) : shorthand(cell);
    }

    /** Formats a count with its noun: "1 person", "2 people". */
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

    /** Formats a figure with its unit, such as "52%" or "12 days". */
    static String inUnit(Object cell, Object unit) {
        return switch (unit.toString()) {
            case "percent", "%" -> percent(cell);
            case "pounds" -> money(cell);
            case "£ a week" -> money(cell) + " a week";
            case "days" -> days(cell) + " days";
            default -> count(cell);
        };
    }

    /** Returns the text if all cells are numbers; otherwise an empty string. */
    static String ifAllKnown(String text, Object... cells) {
        return Stream.of(cells).allMatch(CellWords::isNumber) ? text : "";
    }

    /** Returns the text if at least one cell is a number; otherwise an empty string. */
    static String ifKnown(String text, Object... cells) {
        return Stream.of(cells).anyMatch(CellWords::isNumber) ? text : "";
    }

    /** Returns the text if the cell is a number above zero; otherwise an empty string. */
    static String ifAboveZero(String text, Object cell) {
        return size(cell).signum() > 0 ? text : "";
    }

    /** Returns the name of a figure in words that can start a sentence. */
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

    /** Converts a label such as "More than chance" to a sentence about the change, without a full stop. */
    static String reading(Object reading) {
        return switch (reading.toString()) {
            case "More than chance" -> "The change is greater than chance would explain";
            case "No more than chance" -> "The change is no greater than chance could explain";
            case "Too few to tell" -> "There are too few cases to show whether the change is due to chance";
            default -> reading.toString();
        };
    }

    /** Formats a percentage change as "up 4%", "down 2%" or "unchanged". */
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

    static boolean isZero(Object cell) {
        return isNumber(cell) && number(cell).signum() == 0;
    }

    /** Returns the number in the cell, or -1 if it is not a number, so that such cells sort below any count. */
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
                case LOW -> "nearly zero";
            };
        }
        return cell.toString();
    }
}
