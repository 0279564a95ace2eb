package marketshaping.input.source;

import java.util.List;
import java.util.regex.Pattern;

/** Cleans the text of a cell. */
final class CellText {
    private static final Pattern SPACE = Pattern.compile("\r\n|[\r\n\u00a0\u2007\u202f]");
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");

    private CellText() {}

    /**
     * Returns the text without surrounding white space and control characters, without Unicode format characters, with
     * spaces for non-breaking spaces, and with one space for each line break.
     */
    static String clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > '~' || c == '\n' || c == '\r') {
                return FORMAT.matcher(SPACE.matcher(raw).replaceAll(" "))
                        .replaceAll("")
                        .trim();
            }
        }
        return raw.trim();
    }

    /** Returns the cells up to the last one with text. */
    static List<String> upToLast(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return cells.subList(0, width);
    }
}
