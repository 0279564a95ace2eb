package marketshaping.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the characters of a text file are written. A workbook counts as UTF-8. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    UTF_8_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM", 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 little-endian", 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 big-endian", 0xFE, 0xFF),
    WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252");

    private final Charset charset;
    private final String label;
    private final int[] mark;

    Encoding(Charset charset, String label, int... mark) {
        this.charset = charset;
        this.label = label;
        this.mark = mark;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** The bytes at the start of the file that say so; 0 where nothing says so. */
    int markLength() {
        return mark.length;
    }

    /** Whether bytes from 0 to 127 mean what they mean in ASCII and occur in nothing else. */
    boolean asciiBased() {
        return this != UTF_16LE && this != UTF_16BE;
    }

    /** What the first bytes of a file say, UTF-8 where they say nothing. */
    static Encoding marked(byte[] start) {
        for (Encoding encoding : values()) {
            if (encoding.mark.length > 0 && encoding.marks(start)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    private boolean marks(byte[] start) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
