package marketshaping.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import marketshaping.problem.Problems;

/** What a file is by its first bytes, whatever its name says. */
enum Content {
    NOTHING("nothing", ""),
    TEXT("text", ".csv"),
    GZIP("packed with gzip", ".csv.gz"),
    ZIP("a workbook or another zip", ".xlsx"),
    /** Of Office before 2007, which also wraps the workbooks that have a password. */
    OLE2("a workbook of Excel before 2007", ""),
    PAGE("a web page", "");

    private static final int START = 512;
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final String description;
    /** What a file's name has to end in for this to be read from it; empty if nothing reads it. */
    private final String suffix;

    Content(String description, String suffix) {
        this.description = description;
        this.suffix = suffix;
    }

    static Content of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START);
            if (start.length == 0) {
                return NOTHING;
            }
            String text = new String(start, StandardCharsets.ISO_8859_1);
            if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
                return ZIP;
            }
            if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
                return OLE2;
            }
            if (text.startsWith("\u001f\u008b")) {
                return GZIP;
            }
            String markup = text.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
            return markup.startsWith("<!doctype") || markup.startsWith("<html") || markup.startsWith("<?xml")
                    ? PAGE
                    : TEXT;
        }
    }

    /** Refuses a file that is not what its name says, or that no table is read from. */
    void mustSuit(Path file, FileKind kind) throws IOException {
        if (this == NOTHING) {
            throw Problems.fileEmpty(file);
        }
        switch (kind) {
            case TEXT -> mustBe(TEXT, file);
            case GZIP -> mustBe(GZIP, file);
            case WORKBOOK -> {
                if (this == OLE2 && holdsEncrypted(file)) {
                    throw Problems.passwordProtected(file);
                }
                mustBe(ZIP, file);
            }
            case JSON, NOT_READ, UNKNOWN -> throw Problems.fileKindNotRead(file);
        }
    }

    private void mustBe(Content expected, Path file) {
        if (this != expected) {
            throw suffix.isEmpty()
                    ? Problems.contentNotRead(file, description)
                    : Problems.wrongExtension(file, description, suffix);
        }
    }

    /** Whether the name of the part that holds an encrypted workbook is anywhere in the file. */
    private static boolean holdsEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[64 * 1024];
            int kept = 0;
            int read;
            while ((read = in.readNBytes(window, kept, window.length - kept)) > 0) {
                int end = kept + read;
                for (int i = 0; i + ENCRYPTED.length <= end; i++) {
                    if (Arrays.equals(window, i, i + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
                        return true;
                    }
                }
                kept = Math.min(end, ENCRYPTED.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
            return false;
        }
    }
}
