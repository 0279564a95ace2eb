package marketshaping.input.source;

import java.util.List;

/**
 * Cleans the text of a cell: without surrounding white space and control characters, without Unicode format characters,
 * with spaces for non-breaking spaces, and with one space for each line break.
 */
final class CellText {
    private static final String NON_BREAKING_SPACES = "\u00a0\u2007\u202f";

    private CellText() {}

    /** Returns the cleaned text; the same object if there is nothing to clean. */
    static String clean(String raw) {
        int length = raw.length();
        for (int i = 0; i < length; i++) {
            if (!isPlain(raw.charAt(i))) {
                return replaced(raw);
            }
        }
        // Trims spaces and control characters, which are all below the space.
        return raw.trim();
    }

    /** Returns the cells up to the last one with text. */
    static List<String> upToLast(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width == cells.size() ? cells : cells.subList(0, width);
    }

    /** Returns false for a character that may need replacing, and for half of a surrogate pair. */
    private static boolean isPlain(char c) {
        return c < '\u007f'
                ? c != '\n' && c != '\r'
                : NON_BREAKING_SPACES.indexOf(c) < 0 && !Character.isSurrogate(c) && !isFormat(c);
    }

    private static boolean isFormat(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    private static String replaced(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").codePoints().filter(c -> !isFormat(c)).forEach(c -> {
            boolean isSpace = c == '\n' || c == '\r' || NON_BREAKING_SPACES.indexOf(c) >= 0;
            text.appendCodePoint(isSpace ? ' ' : c);
        });
        return text.toString().trim();
    }
}
