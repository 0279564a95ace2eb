package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the tags with one name in UTF-8 XML, several times faster than a parser. The other content is not validated. */
final class TagScan {
    private static final int LONGEST = 4096;

    /** Receives a tag. */
    interface Found {
        /**
         * Takes a tag with the name.
         *
         * @param tag its text without angle brackets
         * @param offset the position of its first byte
         */
        void tag(String tag, long offset);
    }

    private final byte[] name;
    private final Found found;
    private final byte[] tag = new byte[LONGEST];
    private int length = -1;

    TagScan(String name, Found found) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.found = found;
    }

    void read(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long start = 0;
        long passed = 0;
        for (int count = in.read(buffer); count >= 0; passed += count, count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                byte next = buffer[i];
                if (next == '<') {
                    start = passed + i;
                    length = 0;
                } else if (next == '>' && length > 0 && !(isFound() && isInQuotes())) {
                    if (isFound()) {
                        found.tag(new String(tag, 0, length, StandardCharsets.UTF_8), start);
                    }
                    length = -1;
                } else if (length >= 0 && length < LONGEST) {
                    tag[length++] = next;
                }
            }
        }
    }

    private boolean isFound() {
        int from = tag[0] == '/' ? 1 : 0;
        for (int i = from; i < length && tag[i] > ' '; i++) {
            if (tag[i] == ':') {
                from = i + 1;
                break;
            }
        }
        int end = from + name.length;
        return end <= length
                && Arrays.equals(tag, from, end, name, 0, name.length)
                && (end == length || tag[end] <= ' ' || tag[end] == '/');
    }

    private boolean isInQuotes() {
        int quotes = 0;
        for (int i = 0; i < length; i++) {
            quotes += tag[i] == '"' ? 1 : 0;
        }
        return quotes % 2 == 1;
    }
}
