package marketshaping.input.source;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The white space that is trimmed from values. */
final class Whitespace {
    /**
     * Space, tab, line ends and all other control characters, non-breaking spaces, the zero-width space and the
     * byte-order mark.
     */
    static final String CHARACTERS = upToSpace() + "\u00a0\u2007\u202f\u200b\ufeff";

    private Whitespace() {}

    private static String upToSpace() {
        return IntStream.rangeClosed(0, ' ').mapToObj(Character::toString).collect(Collectors.joining());
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && CHARACTERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && CHARACTERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
