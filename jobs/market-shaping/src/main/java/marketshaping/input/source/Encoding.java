package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the characters of a text file are written. A workbook counts as UTF-8. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8", ""),
    UTF_8_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM", "\u00ef\u00bb\u00bf"),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 little-endian", "\u00ff\u00fe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 big-endian", "\u00fe\u00ff"),
    WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252", "");

    static final int LONGEST_MARK = 3;

    private final Charset charset;
    private final String label;
    /** The bytes at the start that say so, each as the character of its number; empty where nothing says so. */
    private final String mark;

    Encoding(Charset charset, String label, String mark) {
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

    /** How many bytes at the start of the file say so. */
    int markLength() {
        return mark.length();
    }

    /** Whether bytes from 0 to 127 mean what they mean in ASCII and occur in nothing else. */
    boolean asciiBased() {
        return this != UTF_16LE && this != UTF_16BE;
    }

    /** Reads text in it, and fails with a CharacterCodingException at bytes that are no character. */
    Reader reader(InputStream in) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** What the first bytes of a file say, UTF-8 where they say nothing. */
    static Encoding marked(byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        for (Encoding encoding : values()) {
            if (!encoding.mark.isEmpty() && bytes.startsWith(encoding.mark)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    /** A text as UTF-8, in whichever encoding its first bytes say, without those bytes. */
    static InputStream inUtf8(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST_MARK);
        Encoding encoding = marked(start);
        PushbackInputStream unmarked = new PushbackInputStream(in, LONGEST_MARK);
        unmarked.unread(start, encoding.markLength(), start.length - encoding.markLength());
        return encoding.asciiBased() ? unmarked : new Utf8Input(encoding.reader(unmarked));
    }
}
