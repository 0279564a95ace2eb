package marketshaping.input.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.zip.GZIPInputStream;
import marketshaping.model.problem.Problems;

/**
 * A text file opened for reading: unpacked, without its byte-order mark, and converted from UTF-16 to UTF-8. Its
 * encoding and hash are available after it is read to the end.
 */
final class TextInput implements Closeable {
    private static final int SAMPLE = 256 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final DigestInputStream raw;
    private final Utf8Check check;
    private final Encoding marked;
    private final byte[] sample;
    private final PushbackInputStream text;

    private TextInput(Path file, FileKind kind, DigestInputStream raw) throws IOException {
        this.raw = raw;
        check = new Utf8Check(kind == FileKind.GZIP ? unpacked(file, raw) : raw);
        byte[] start = check.readNBytes(Encoding.LONGEST_MARK);
        marked = Encoding.marked(start);
        PushbackInputStream unmarked = new PushbackInputStream(check, Encoding.LONGEST_MARK);
        unmarked.unread(start, marked.markLength(), start.length - marked.markLength());
        text = new PushbackInputStream(marked.asciiBased() ? unmarked : inUtf8(unmarked, marked), SAMPLE);
        sample = text.readNBytes(SAMPLE);
        text.unread(sample);
    }

    static TextInput open(Path file, FileKind kind) throws IOException {
        DigestInputStream raw = Fingerprint.digesting(Files.newInputStream(file));
        try {
            return new TextInput(file, kind, raw);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** Opens the text as UTF-8 with a known encoding. Windows-1252 is converted too. */
    static InputStream open(Path file, FileKind kind, Encoding encoding) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream text = kind == FileKind.GZIP ? unpacked(file, raw) : raw;
            text.skipNBytes(encoding.markLength());
            return encoding.charset().equals(StandardCharsets.UTF_8) ? text : inUtf8(text, encoding);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream unpacked(Path file, InputStream packed) throws IOException {
        return new BoundedInput(
                new GZIPInputStream(packed, CHUNK),
                Limits.inflated(Files.size(file)),
                () -> Problems.archiveTooLarge(file));
    }

    private static InputStream inUtf8(InputStream in, Encoding encoding) {
        return new Utf8Input(encoding.reader(new BufferedInputStream(in, CHUNK)));
    }

    /** Returns the start of the text, from which the separator is guessed. */
    InputStream sample() {
        return new ByteArrayInputStream(sample);
    }

    /** Returns the whole text, including the sample. */
    InputStream text() {
        return text;
    }

    /** Returns the encoding. Call it only after the text was read to its end. */
    Encoding encoding() throws CharacterCodingException {
        if (!marked.asciiBased() || check.valid()) {
            return marked;
        }
        if (marked == Encoding.UTF_8_BOM) {
            throw new MalformedInputException(1);
        }
        return Encoding.WINDOWS_1252;
    }

    /** Returns the SHA-256 of the unconverted file, which it reads to the end. */
    String sha256() throws IOException {
        raw.transferTo(OutputStream.nullOutputStream());
        return Fingerprint.sha256(raw);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
