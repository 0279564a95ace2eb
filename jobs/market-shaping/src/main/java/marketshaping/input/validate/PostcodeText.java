package marketshaping.input.validate;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads postcodes as in the postcode directory: capitals, with one space before the last three characters. */
final class PostcodeText {
    private static final Pattern WHOLE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}");
    private static final int INWARD = 3;

    private PostcodeText() {}

    static String value(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
                letters.append(c);
            }
        }
        return WHOLE.matcher(letters).matches()
                ? letters.insert(letters.length() - INWARD, ' ').toString()
                : null;
    }
}
