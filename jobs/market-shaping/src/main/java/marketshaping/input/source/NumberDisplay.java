package marketshaping.input.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A number format: recognises dates, and returns the text that a spreadsheet program shows for a number.
 *
 * @param code the format code in the notation of Excel; empty for a format that shows any text as it is
 */
record NumberDisplay(String code, boolean isDate) {
    static final NumberDisplay ALL_DIGITS = new NumberDisplay("", false);
    static final NumberDisplay GENERAL = new NumberDisplay("General", false);

    /** The precision of Excel. Further digits are rounding errors, not digits that a user typed. */
    private static final MathContext TYPED = new MathContext(15);

    private static final double WHOLE_BELOW = 1e15;
    /** The day number of 1 January 10000, beyond any date. */
    private static final int DAYS_END = 2_958_466;
    /** The day that Excel counts as 29 February 1900, which did not exist. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final double DAY_NANOS = 24 * 60 * 60 * 1e9;
    /** Smaller differences are rounding errors of a program. */
    private static final int HALF_MILLISECOND = 500_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Returns a format by its code; if that is null, by its number. Formats of dates in other languages are dates. */
    static NumberDisplay of(int id, String code) {
        boolean isForeignDate = id >= 27 && id <= 36 || id >= 50 && id <= 58;
        String builtIn = isForeignDate ? "yyyy-mm-dd" : BuiltinFormats.getBuiltinFormat(id);
        return code == null && builtIn == null ? GENERAL : of(code == null ? builtIn : code);
    }

    /** Returns a format by its code in the notation of Excel. Unknown notation shows all digits. */
    static NumberDisplay of(String code) {
        String positive =
                code.replaceAll("\"[^\"]*\"|\\\\.|[_*].", "").split(";", 2)[0].toLowerCase(Locale.ROOT);
        boolean isElapsed = positive.matches(".*\\[(h+|m+|s+)\\].*");
        if (positive.contains("general") || positive.contains("@") || isElapsed) {
            return isElapsed || positive.contains("@") ? ALL_DIGITS : GENERAL;
        } else if (positive.replaceAll("\\[[^\\]]*\\]|e[+-]", "").matches(".*[ymdhs].*")) {
            return new NumberDisplay("", true);
        } else if (!positive.matches(".*[0#?].*")) {
            return ALL_DIGITS;
        }
        // Colours and the language of a currency are not shown.
        return new NumberDisplay(
                code.replaceAll("\\[\\$([^\\]-]*)[^\\]]*\\]", "\"$1\"").replaceAll("\\[[A-Za-z]+[0-9]*\\]", ""), false);
    }

    /** Returns true for a number that is a date or a time of day. */
    boolean isDate(double number) {
        return isDate && number > 0 && number < DAYS_END;
    }

    /** Returns the text that is shown for a number with all its digits. */
    String shown(String digits) {
        if (code.isEmpty()) {
            return digits;
        } else if (code.equals(GENERAL.code)) {
            double number = Double.parseDouble(digits);
            return Math.abs(number) < WHOLE_BELOW ? digits : String.format(Locale.ROOT, "%.5E", number);
        } else if (code.matches("0+") && digits.matches("\\d+")) {
            return StringUtils.leftPad(digits, code.length(), '0');
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
        if (number == Math.rint(number) && Math.abs(number) < WHOLE_BELOW) {
            return Long.toString((long) number);
        } else if (value.matches("-?\\d+")) {
            return value;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal typed = Math.abs(number) < WHOLE_BELOW ? exact.round(TYPED) : exact;
        return typed.stripTrailingZeros().toPlainString();
    }

    /**
     * Returns a day number, counted from 1900, as an ISO date or a time of day; as digits if it is no date. Fractions of
     * a second are cut off, because the last moment of a day belongs to that day.
     */
    static String date(double days, String value) {
        LocalDateTime moment = DateUtil.getLocalDateTime(days, false, false);
        if (moment == null || (int) days == FALSE_LEAP_DAY) {
            return digits(days, value);
        }
        return isTime(days) ? TIME.format(moment) : text(moment);
    }

    private static String text(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : "T" + TIME.format(time));
    }

    /** Returns a moment in ISO format, cut to seconds, without midnight. Returns other text as it is. */
    static String moment(String value) {
        try {
            LocalDateTime moment = LocalDateTime.parse(value.contains("T") ? value.replace("Z", "") : value + "T00:00")
                    .plusNanos(HALF_MILLISECOND)
                    .truncatedTo(ChronoUnit.MILLIS);
            // The date of a cell that contains only a time of day.
            boolean isTime = moment.getYear() == 1899 && moment.getDayOfYear() > 363;
            return isTime ? time(moment.toLocalTime().toNanoOfDay() / DAY_NANOS) : text(moment);
        } catch (DateTimeException e) {
            // Row validation reports the invalid date.
            return value;
        }
    }

    /** Returns an ISO duration as a time of day if it is above zero and below 24 hours, otherwise as days. */
    static String duration(String value) {
        try {
            return time(Duration.parse(value).toNanos() / DAY_NANOS);
        } catch (DateTimeException | ArithmeticException e) {
            return value;
        }
    }

    private static String time(double days) {
        return days > 0 && isTime(days) ? date(days, "") : digits(days, "");
    }

    private static boolean isTime(double days) {
        return days + HALF_MILLISECOND / DAY_NANOS < 1;
    }
}
