package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import marketshaping.model.problem.Problems;

/** The kind of a file, recognised by its content and not by its name. */
enum ContentKind {
    NOTHING("nothing", ""),
    TEXT("text", ".csv"),
    GZIP("packed with gzip", ".csv.gz"),
    WORKBOOK("a workbook of Excel 2007 or later", ".xlsx"),
    OPEN_DOCUMENT("an OpenDocument table", ".ods"),
    ZIP("a workbook or another zip", ""),
    /** A file in the container format of Office before 2007. Workbooks with a password also use it. */
    OLE2("a workbook of Excel before 2007", ".xls"),
    /** An early XLS workbook: a sequence of records without a container. */
    EARLY_WORKBOOK("a workbook of Excel 4 or before", ""),
    XML("XML", ""),
    PAGE("a web page", "");

    private static final int START = 512;
    private static final Pattern EARLY_START = Pattern.compile("\t[\\x00\\x02\\x04\\x08][\\x04\\x06\\x08\\x10]\\x00");
    private static final Pattern PAGE_START =
            Pattern.compile("<(!doctype|html|head|meta|style|body|table|div)\\b|mime-version:");
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final String description;
    /** The file extension required for this kind; empty if it is not supported. */
    private final String suffix;

    ContentKind(String description, String suffix) {
        this.description = description;
        this.suffix = suffix;
    }

    static ContentKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START);
            if (start.length == 0) {
                return NOTHING;
            }
            String text = new String(start, StandardCharsets.ISO_8859_1);
            if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
                return zip(file);
            }
            if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
                return OLE2;
            }
            if (text.startsWith("\u001f\u008b")) {
                return GZIP;
            }
            if (EARLY_START.matcher(text).lookingAt()) {
                return EARLY_WORKBOOK;
            }
            return text(start);
        }
    }

    private static ContentKind zip(Path file) throws IOException {
        try (ZipParts parts = new ZipParts(file)) {
            return parts.has("_rels/.rels")
                    ? WORKBOOK
                    : parts.has("content.xml") || parts.has("META-INF/manifest.xml") ? OPEN_DOCUMENT : ZIP;
        } catch (ZipException e) {
            return ZIP;
        }
    }

    /** Distinguishes text from web pages and XML. Old reporting systems give such files the extension of a workbook. */
    private static ContentKind text(byte[] start) {
        Encoding encoding = Encoding.marked(start);
        int mark = encoding.markLength();
        String text = new String(start, mark, start.length - mark, encoding.charset())
                .strip()
                .toLowerCase(Locale.ROOT);
        if (PAGE_START.matcher(text).lookingAt()) {
            return PAGE;
        }
        return text.startsWith("<?xml") ? text.contains("<html") ? PAGE : XML : TEXT;
    }

    /** Refuses a file whose content does not match its name or is not supported. */
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
                // The reader of workbooks reports the errors in a zip file that is no known kind of workbook.
                mustBe(this == ZIP ? ZIP : WORKBOOK, file);
            }
            case OPEN_DOCUMENT -> mustBe(this == ZIP ? ZIP : OPEN_DOCUMENT, file);
            case LEGACY_WORKBOOK -> {
                if (this == EARLY_WORKBOOK) {
                    throw Problems.workbookTooOld(file);
                }
                mustBe(OLE2, file);
            }
            case JSON -> mustBe(TEXT, file);
            case WEB_PAGE, XML, ARCHIVE, NOT_READ, UNKNOWN -> throw Problems.fileKindUnsupported(file);
        }
    }

    private void mustBe(ContentKind expected, Path file) {
        if (this != expected) {
            throw suffix.isEmpty()
                    ? Problems.contentUnsupported(file, description)
                    : Problems.wrongExtension(file, description, suffix);
        }
    }

    /** Returns true if the file contains the name of the part for encrypted workbooks. */
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
