package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The character encoding of a text file. A workbook counts as UTF-8. */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8", ""),
    UTF_8_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM", "\u00ef\u00bb\u00bf"),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 little-endian", "\u00ff\u00fe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 big-endian", "\u00fe\u00ff"),
    WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252", "");

    static final int LONGEST_MARK = 3;

    private final Charset charset;
    private final String label;
    /** The byte-order mark with one character per byte; empty if the encoding has none. */
    private final String mark;

    Encoding(Charset charset, String label, String mark) {
        this.charset = charset;
        this.label = label;
        this.mark = mark;
    }

    /** Returns the name shown to users. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** Returns the length of the byte-order mark in bytes. */
    int markLength() {
        return mark.length();
    }

    /** Returns true if the encoding is ASCII-compatible: bytes from 0 to 127 occur only as ASCII characters. */
    boolean asciiBased() {
        return this != UTF_16LE && this != UTF_16BE;
    }

    /** Returns a reader that throws a CharacterCodingException for invalid bytes. */
    Reader reader(InputStream in) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Returns the encoding that a text's byte-order mark shows; UTF-8 if there is no mark. */
    static Encoding marked(byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        for (Encoding encoding : values()) {
            if (!encoding.mark.isEmpty() && bytes.startsWith(encoding.mark)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    /** Converts a text from the encoding of its byte-order mark to UTF-8, without the mark. */
    static InputStream inUtf8(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST_MARK);
        Encoding encoding = marked(start);
        PushbackInputStream unmarked = new PushbackInputStream(in, LONGEST_MARK);
        unmarked.unread(start, encoding.markLength(), start.length - encoding.markLength());
        return encoding.asciiBased() ? unmarked : new Utf8Input(encoding.reader(unmarked));
    }
}
