package marketshaping.input.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** The format of a source system's dates, where it is not a standard one. */
public final class DateFormat {
    private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.].*");

    private final String pattern;
    private final DateTimeFormatter formatter;

    /**
     * Creates a format.
     *
     * @param pattern a pattern such as MM/dd/yyyy
     */
    public DateFormat(String pattern) {
        this.pattern = pattern;
        formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                // The strict resolver requires a year that needs no era.
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Converts a date to ISO format. Other text that could be read as a day-first date gets a prefix, so that validation
     * rejects it.
     */
    public String iso(String text) {
        try {
            return LocalDate.from(formatter.parse(text)).toString();
        } catch (DateTimeException e) {
            return SLASHED.matcher(text).matches() ? "not " + pattern + ": " + text : text;
        }
    }
}
