package marketshaping.input.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** A number format: recognises dates, and returns the text that a spreadsheet program shows for a number. */
final class NumberDisplay {
    static final NumberDisplay GENERAL = new NumberDisplay("", false);

    /**
     * The precision with which Excel shows numbers. Further digits are rounding errors of its arithmetic, not digits
     * that a user typed.
     */
    private static final MathContext TYPED = new MathContext(15);

    private static final double WHOLE_BELOW = 1e15;
    /** The day number of 1 January 10000, beyond any date. */
    private static final int DAYS_END = 2_958_466;
    /** The day that Excel counts as 29 February 1900, which did not exist. */
    private static final int FALSE_LEAP_DAY = 60;
    /** The date that a cell with a date format contains if its number is zero or only a time of day. */
    private static final LocalDate NO_DATE = LocalDate.of(1899, 12, 30);

    private static final double HALF_SECOND = 0.5 / (24 * 60 * 60);
    private static final double DAY_NANOS = 24 * 60 * 60 * 1e9;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** The format code; empty for formats that show all digits. */
    private final String code;

    private final boolean isDate;
    private final boolean isZeros;

    private NumberDisplay(String code, boolean isDate) {
        this.code = code;
        this.isDate = isDate;
        this.isZeros = code.matches("0+");
    }

    /** Returns a built-in format of Excel. Formats of dates in other languages are dates. */
    static NumberDisplay builtIn(int id) {
        if (String.valueOf(id).matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|45|47|5[0-8]")) {
            return new NumberDisplay("", true);
        }
        String code = BuiltinFormats.getBuiltinFormat(id);
        return code == null ? GENERAL : of(code);
    }

    /** Returns a format by its code in the notation of Excel. Unknown notation shows all digits. */
    static NumberDisplay of(String code) {
        String positive =
                code.replaceAll("\"[^\"]*\"|\\\\.|[_*].", "").split(";", 2)[0].toLowerCase(Locale.ROOT);
        boolean elapsed = positive.matches(".*\\[(h+|m+|s+)\\].*");
        if (positive.contains("general") || positive.contains("@") || elapsed) {
            return GENERAL;
        }
        if (positive.replaceAll("\\[[^\\]]*\\]|e[+-]", "").matches(".*[ymdhs].*")) {
            return new NumberDisplay("", true);
        }
        if (!positive.matches(".*[0#?].*")) {
            return GENERAL;
        }
        // Colours and the language of a currency are not shown.
        String shown = code.replaceAll("\\[\\$([^\\]-]*)[^\\]]*\\]", "\"$1\"").replaceAll("\\[[A-Za-z]+[0-9]*\\]", "");
        return new NumberDisplay(shown, false);
    }

    /** Returns true for a number that is a date or a time of day. */
    boolean isDate(double number) {
        return isDate && number > 0 && number < DAYS_END;
    }

    /**
     * Returns the text that is shown.
     *
     * @param digits the number with all its digits, which General shows; a date format shows any text as it is
     */
    String shown(String digits) {
        if (code.isEmpty()) {
            return digits;
        }
        if (isZeros && !digits.startsWith("-") && isWhole(digits)) {
            return "0".repeat(Math.max(0, code.length() - digits.length())) + digits;
        }
        try {
            String shown =
                    CellText.clean(CellFormat.getInstance(Locale.UK, code).apply(Double.valueOf(digits)).text);
            return shown.isEmpty() ? digits : shown;
        } catch (RuntimeException e) {
            // POI does not support a few unusual formats.
            return digits;
        }
    }

    /** Returns a number with all the digits that a user typed. */
    static String digits(double number, String value) {
        if (isWhole(value)) {
            return value;
        }
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_BELOW) {
            return Long.toString((long) number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal typed = Math.abs(number) < WHOLE_BELOW ? exact.round(TYPED) : exact;
        return typed.signum() == 0 ? "0" : typed.stripTrailingZeros().toPlainString();
    }

    /** Returns true for digits after an optional minus sign. */
    private static boolean isWhole(String value) {
        for (int i = value.startsWith("-") ? 1 : 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && !value.equals("-");
    }

    /** Returns a day number, counted from 1900, as an ISO date or a time of day; as digits if it is no date. */
    static String date(double days, String value) {
        LocalDateTime moment = DateUtil.getLocalDateTime(days, false, true);
        if (moment == null || (int) days == FALSE_LEAP_DAY) {
            return digits(days, value);
        }
        return days + HALF_SECOND < 1 ? TIME.format(moment) : text(moment);
    }

    private static String text(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : "T" + TIME.format(time));
    }

    /** Returns a moment in ISO format, rounded to seconds, without midnight. Returns other text as it is. */
    static String moment(String value) {
        try {
            LocalDateTime moment = value.contains("T")
                    ? LocalDateTime.parse(value.replaceFirst("Z$", ""))
                            .plusNanos(500_000_000)
                            .truncatedTo(ChronoUnit.SECONDS)
                    : LocalDate.parse(value).atStartOfDay();
            LocalDate day = moment.toLocalDate();
            return day.equals(NO_DATE) || day.equals(NO_DATE.plusDays(1)) && value.contains("T")
                    ? time(Duration.between(LocalTime.MIDNIGHT, moment.toLocalTime()))
                    : text(moment);
        } catch (DateTimeException e) {
            // Row validation reports the invalid date.
            return value;
        }
    }

    /** Returns an ISO duration as a time of day if it is above zero and below 24 hours, otherwise as days. */
    static String duration(String value) {
        try {
            return time(Duration.parse(value));
        } catch (DateTimeException | ArithmeticException e) {
            return value;
        }
    }

    private static String time(Duration time) {
        Duration rounded = time.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        return !rounded.isZero() && !rounded.isNegative() && rounded.toDays() == 0
                ? TIME.format(LocalTime.MIDNIGHT.plus(rounded))
                : digits(time.toNanos() / DAY_NANOS, "");
    }
}
