package marketshaping.input.validate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads identifiers, which stay text so that leading zeros survive. */
final class IdentifierText {
    /** The first character of an identifier whose digits are lost. No cell contains it. */
    static final char LOST = '\0';

    /**
     * Matches an identifier in scientific notation. Two different identifiers may have become equal, because digits are
     * lost.
     */
    private static final Pattern SHORTENED = Pattern.compile("[-+]?\\d(?:[.]\\d+)?[eE][+]\\d+");

    /** Matches an identifier with a text marker, or one that was converted to a number and back. */
    private static final Pattern WRAPPED = Pattern.compile("'(.+)|=\"(.+)\"|([1-9]\\d*)[.]0");

    private IdentifierText() {}

    static String value(String text) {
        boolean isPlain = text.charAt(0) != '='
                && text.charAt(0) != '#'
                && text.charAt(0) != '\''
                && text.charAt(0) != LOST
                && !text.endsWith(".0")
                && text.indexOf("+") < 0;
        if (isPlain) {
            return text;
        }
        if (CellParsers.isError(text) || isShortened(text)) {
            return null;
        }
        Matcher wrapped = WRAPPED.matcher(text);
        if (!wrapped.matches()) {
            return text;
        }
        for (int group = 1; group < wrapped.groupCount(); group++) {
            if (wrapped.group(group) != null) {
                return wrapped.group(group);
            }
        }
        return wrapped.group(wrapped.groupCount());
    }

    /** Returns the identifier in upper case, with plain hyphens. */
    static String upperCase(String text) {
        String value = value(text);
        return value == null
                ? null
                : value.toUpperCase(Locale.ROOT)
                        .replace('\u2010', '-')
                        .replace('\u2011', '-')
                        .replace('\u2013', '-')
                        .replace('\u2212', '-');
    }

    /** Returns true if a spreadsheet has shortened the identifier, so that digits are lost. */
    static boolean isShortened(String text) {
        return text.charAt(0) == LOST || SHORTENED.matcher(text).matches();
    }
}
