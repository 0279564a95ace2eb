package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
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

    /** An action that reads a text to its end. */
    interface Action {
        void read(Reader text) throws IOException;
    }

    /**
     * Finds the encoding that decodes the whole text: that of its byte-order mark, otherwise UTF-8, otherwise
     * Windows-1252.
     *
     * @param action reads the text; it runs again with Windows-1252 if the text is not UTF-8
     */
    static Encoding of(ByteSource bytes, Action action) throws IOException {
        Encoding marked = marked(bytes);
        try (Reader text = marked.open(bytes)) {
            action.read(text);
            return marked;
        } catch (CharacterCodingException e) {
            if (marked != UTF_8) {
                throw e;
            }
        }
        try (Reader text = WINDOWS_1252.open(bytes)) {
            action.read(text);
            return WINDOWS_1252;
        }
    }

    /** Returns the encoding of the text's byte-order mark; UTF-8 if there is none. */
    static Encoding marked(ByteSource bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return marked(in.readNBytes(LONGEST_MARK));
        }
    }

    /** Opens the text after its byte-order mark. The reader throws a CharacterCodingException for invalid bytes. */
    Reader open(ByteSource bytes) throws IOException {
        InputStream in = bytes.open();
        try {
            in.skipNBytes(markLength());
            return reader(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
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
