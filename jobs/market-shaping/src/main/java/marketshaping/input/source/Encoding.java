package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOSupplier;

/** The character encoding of a text file. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, "UTF-8", ""),
    UTF_8_BOM(StandardCharsets.UTF_8, "UTF-8 with BOM", "\u00ef\u00bb\u00bf"),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 little-endian", "\u00ff\u00fe"),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 big-endian", "\u00fe\u00ff"),
    WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252", "");

    final Charset charset;
    final String label;
    /** The byte-order mark with one character per byte; empty if the encoding has none. */
    final String mark;

    Encoding(Charset charset, String label, String mark) {
        this.charset = charset;
        this.label = label;
        this.mark = mark;
    }

    /** Returns the encoding of the byte-order mark; UTF-8 if there is none. */
    static Encoding marked(IOSupplier<InputStream> bytes) throws IOException {
        try (InputStream in = bytes.get()) {
            String start = new String(in.readNBytes(UTF_8_BOM.mark.length()), StandardCharsets.ISO_8859_1);
            return Stream.of(UTF_8_BOM, UTF_16LE, UTF_16BE)
                    .filter(encoding -> start.startsWith(encoding.mark))
                    .findFirst()
                    .orElse(UTF_8);
        }
    }

    /** Returns the encoding of the byte-order mark; without one, UTF-8 if the whole text is, otherwise Windows-1252. */
    static Encoding of(IOSupplier<InputStream> bytes) throws IOException {
        Encoding encoding = marked(bytes);
        try (Reader text = encoding.open(bytes)) {
            text.transferTo(Writer.nullWriter());
        } catch (CharacterCodingException e) {
            return encoding == UTF_8 ? WINDOWS_1252 : encoding;
        }
        return encoding;
    }

    /** Opens the text after its byte-order mark. The reader throws a CharacterCodingException for invalid bytes. */
    Reader open(IOSupplier<InputStream> bytes) throws IOException {
        InputStream in = bytes.get();
        in.skipNBytes(mark.length());
        return new InputStreamReader(in, charset.newDecoder());
    }
}
