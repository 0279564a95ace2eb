package marketshaping.input.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recognises dates by the number format of a cell, and formats numbers and dates as text. */
final class CellFormats {
    /**
     * The precision with which Excel shows numbers. Further digits are rounding errors of its arithmetic, not digits
     * that a user typed.
     */
    private static final MathContext SHOWN = new MathContext(15);

    private static final double WHOLE_BELOW = 1e15;
    private static final int DAY_SECONDS = 24 * 60 * 60;
    /** The day number of 1 January 10000, beyond any date. */
    private static final int DAYS_END = 2_958_466;

    private static final int FIRST_DAY_AFTER_FALSE_LEAP = 61;
    private static final int FALSE_LEAP_DAY = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final List<Boolean> dates;
    private final boolean from1904;

    private CellFormats(List<Boolean> dates, boolean from1904) {
        this.dates = dates;
        this.from1904 = from1904;
    }

    /** Reads the formats of a workbook. A workbook without styles has no dates. */
    static CellFormats read(WorkbookPackage parts, List<String> styles, boolean from1904) throws IOException {
        Map<String, String> codes = new HashMap<>();
        List<String> formats = new ArrayList<>();
        for (String part : styles) {
            try (PartReader xml = parts.open(part)) {
                while (xml.nextStart()) {
                    if (xml.name().equals("numFmt")) {
                        codes.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                    } else if (xml.name().equals("cellXfs")) {
                        while (xml.nextStartWithin("cellXfs")) {
                            if (xml.name().equals("xf")) {
                                formats.add(xml.attribute("numFmtId"));
                            }
                        }
                    }
                }
            }
        }
        return of(formats, codes, from1904);
    }

    /**
     * Creates the formats of a workbook.
     *
     * @param styles the format number of each style
     * @param codes the format codes that the workbook defines, by format number
     */
    static CellFormats of(List<String> styles, Map<String, String> codes, boolean from1904) {
        List<Boolean> dates = styles.stream()
                .map(id -> codes.containsKey(id) ? showsDate(codes.get(id)) : isDate(id))
                .toList();
        return new CellFormats(dates, from1904);
    }

    /** Returns true for built-in date formats, including those of other languages. */
    private static boolean isDate(String id) {
        return id.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|45|47|5[0-8]");
    }

    /** Returns true if a format code shows a day or a time of day; elapsed time is a number. */
    private static boolean showsDate(String code) {
        String positive =
                code.replaceAll("\"[^\"]*\"|\\\\.|[_*].", "").split(";", 2)[0].toLowerCase(Locale.ROOT);
        return !positive.matches(".*\\[(h+|m+|s+)\\].*")
                && positive.replaceAll("\\[[^\\]]*\\]", "").matches(".*[ymdhs].*")
                && !positive.contains("general");
    }

    /**
     * Formats a number: an ISO date if its style is a date format, otherwise all its digits.
     *
     * @throws NumberFormatException if the value is not a number
     */
    String text(String value, int style) {
        double number = Double.parseDouble(value);
        if (style >= 0 && style < dates.size() && dates.get(style) && number > 0 && number < DAYS_END) {
            return date(number, value);
        }
        return plain(number, value);
    }

    /**
     * Formats a number with all the digits that a user typed.
     *
     * @throws NumberFormatException if the value is not a number
     */
    static String digits(String value) {
        return plain(Double.parseDouble(value), value);
    }

    /** Formats a day and a time in whole seconds; midnight is omitted. */
    static String text(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DATE_AND_TIME.format(moment);
    }

    static String text(LocalTime time) {
        return TIME.format(time);
    }

    private static String plain(double number, String value) {
        if (value.matches("-?[0-9]+")) {
            return value;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shown = Math.abs(number) < WHOLE_BELOW ? exact.round(SHOWN) : exact;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private String date(double number, String value) {
        int day = (int) number;
        long second = Math.round((number - day) * DAY_SECONDS);
        if (second == DAY_SECONDS) {
            day++;
            second = 0;
        }
        LocalTime time = LocalTime.ofSecondOfDay(second);
        if (day == 0) {
            return text(time);
        }
        if (day == FALSE_LEAP_DAY && !from1904) {
            return plain(number, value);
        }
        return text(LocalDateTime.of(dayZero(day).plusDays(day), time));
    }

    private LocalDate dayZero(int day) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1);
        }
        // Excel counts 29 February 1900, a day that did not exist, so earlier days start from a later date.
        return LocalDate.of(1899, 12, day < FIRST_DAY_AFTER_FALSE_LEAP ? 31 : 30);
    }
}
