package marketshaping.input.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * Reads dates: ISO, day first, with the month as a word, or a spreadsheet's day number. Only years from 1900 to 2099 are
 * accepted, so that a typing error such as 0202 is refused.
 *
 * <p>Systems write 9999 for an end that is open, and 1 January 1900 for a date that is not known. In a column that may
 * be empty, both mean that there is no date.
 */
final class DateText {
    /** A time with a zone is converted to this zone: in summer, midnight here is 23:00 UTC on the day before. */
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?(?:\\h?[AaPp][.]?[Mm][.]?)?";
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T\\h]" + TIME + "(\\h?(?:Z|UTC|[+-]\\d{2}(?::?\\d{2})?))?)?");

    /** Matches a date in digits, day or month first, with slashes, dots or dashes, optionally followed by a time. */
    private static final Pattern SLASHED =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:\\h+" + TIME + ")?");

    /** Matches a date whose month is a word of three letters or more. */
    private static final Pattern WORDED =
            Pattern.compile("(\\d{1,2})[-/\\h]([A-Za-z]{3})[a-z]*[-/\\h](\\d{4})(?:\\h+" + TIME + ")?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern DAY_NUMBER = Pattern.compile("([1-9]\\d{4})(?:[.]\\d*)?");
    private static final int YEAR_LENGTH = 4;
    private static final int ISO_LENGTH = 8;
    private static final int PLAIN_LENGTH = 10;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate NOT_KNOWN = LocalDate.of(1900, 1, 1);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    private static final int OPEN_YEAR = 9999;

    private final Field field;

    DateText(Field field) {
        this.field = field;
    }

    Object value(String text) {
        LocalDate date = date(text);
        if (date == null) {
            return null;
        }
        boolean isNoDate = date.getYear() == OPEN_YEAR && field.type() == Type.DATE || date.equals(NOT_KNOWN);
        if (isNoDate && !field.isRequired()) {
            return CellParser.NO_VALUE;
        }
        boolean isUsual = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR && !date.equals(NOT_KNOWN);
        return isUsual ? date : null;
    }

    /** Returns the first day of the date's month. */
    Object month(String text) {
        return value(text) instanceof LocalDate date ? date.withDayOfMonth(1) : value(text);
    }

    /** Returns true for an invalid date that would be valid with the month first. */
    static boolean isMonthFirst(String text) {
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches()
                && date(slashed, 3, number(slashed, 2), 1) == null
                && date(slashed, 3, number(slashed, 1), 2) != null;
    }

    /** Returns true for a date in digits with the day first, which a spreadsheet program did not recognise as a date. */
    static boolean isDayFirst(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (isPlainSlashed(text)) {
            return date(text) != null;
        }
        Matcher slashed = SLASHED.matcher(text);
        return slashed.matches() && date(slashed, 3, number(slashed, 2), 1) != null;
    }

    static boolean isIso(String text) {
        return isPlainIso(text)
                || text.length() >= ISO_LENGTH
                        && text.charAt(YEAR_LENGTH) == '-'
                        && ISO.matcher(text).matches();
    }

    /** Returns the day of the month of a valid date; 0 for other text. */
    static int day(String text) {
        LocalDate date = date(text);
        return date == null ? 0 : date.getDayOfMonth();
    }

    private static LocalDate date(String text) {
        if (isPlainIso(text)) {
            return date(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        }
        if (isPlainSlashed(text)) {
            return date(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return iso(iso);
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return isTime(slashed, 4) ? date(slashed, 3, number(slashed, 2), 1) : null;
        }
        Matcher worded = WORDED.matcher(text);
        if (worded.matches()) {
            int month = MONTHS.indexOf(worded.group(2).toLowerCase(Locale.ROOT)) + 1;
            return isTime(worded, 4) ? date(worded, 3, month, 1) : null;
        }
        Matcher dayNumber = DAY_NUMBER.matcher(text);
        return dayNumber.matches() ? DAY_ZERO.plusDays(number(dayNumber, 1)) : null;
    }

    private static LocalDate iso(Matcher iso) {
        LocalDate date = date(iso, 1, number(iso, 2), 3);
        if (date == null || !isTime(iso, 4)) {
            return null;
        }
        if (iso.group(7) == null) {
            return date;
        }
        try {
            LocalTime time = LocalTime.of(number(iso, 4), number(iso, 5), iso.group(6) == null ? 0 : number(iso, 6));
            return LocalDateTime.of(date, time)
                    .atOffset(offset(iso.group(7).strip()))
                    .atZoneSameInstant(LONDON)
                    .toLocalDate();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneOffset offset(String text) {
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static boolean isTime(Matcher matcher, int hourGroup) {
        return matcher.group(hourGroup) == null
                || number(matcher, hourGroup) < 24
                        && number(matcher, hourGroup + 1) < 60
                        && (matcher.group(hourGroup + 2) == null || number(matcher, hourGroup + 2) < 60);
    }

    private static LocalDate date(Matcher matcher, int yearGroup, int month, int dayGroup) {
        return date(number(matcher, yearGroup), month, number(matcher, dayGroup));
    }

    private static LocalDate date(int year, int month, int day) {
        boolean isDate = month >= 1
                && month <= 12
                && day >= 1
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return isDate ? LocalDate.of(year, month, day) : null;
    }

    /** Returns true for the most frequent form of a date, which needs no pattern: yyyy-mm-dd. */
    private static boolean isPlainIso(String text) {
        return text.length() == PLAIN_LENGTH
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isDigits(text, 0, 4)
                && isDigits(text, 5, 7)
                && isDigits(text, 8, 10);
    }

    /** Returns true for dd/mm/yyyy. */
    private static boolean isPlainSlashed(String text) {
        return text.length() == PLAIN_LENGTH
                && text.charAt(2) == '/'
                && text.charAt(5) == '/'
                && isDigits(text, 0, 2)
                && isDigits(text, 3, 5)
                && isDigits(text, 6, 10);
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
