package marketshaping.input.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;

/** Opens extracts. The content of a file decides how it is read, not its name. */
public final class ExtractFiles {
    private static final int START = 4096;
    /** The position of the flags of the first file in a zip archive. */
    private static final int FLAGS = 6;

    private static final Pattern EARLY_WORKBOOK =
            Pattern.compile("\t[\\x00\\x02\\x04\\x08][\\x04\\x06\\x08\\x10]\\x00");
    private static final Pattern IMAGE = Pattern.compile("\u0089PNG\r\n|\u00ff\u00d8\u00ff|GIF8|II\\*\\x00|MM\\x00\\*");
    private static final Pattern PAGE = Pattern.compile(
            "(<!--.*?-->\\s*)*"
                    + "<(!doctype|html|head|meta|title|style|script|link|body|table|div|center|font|p|br|h[1-6])\\b",
            Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("(\\[\\s*)*\\{\\s*[\"}]");

    private ExtractFiles() {}

    /**
     * Opens an extract. The caller closes it, which deletes the unpacked copy of a zipped extract.
     *
     * @throws marketshaping.model.problem.UserProblem if the file is refused, with the reason
     */
    public static ExtractFile open(Path file) {
        return guarded(file, () -> open(file, file));
    }

    /**
     * Opens the content of a file.
     *
     * @param content the file itself, or its unpacked copy with the name of the file in the archive
     */
    private static ExtractFile open(Path file, Path content) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(content)) {
            bytes = in.readNBytes(START);
        }
        if (bytes.length == 0) {
            throw Problems.fileEmpty(file);
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        Naming naming = new Naming(file, FileKind.of(content));
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return zip(naming, content, bytes);
        } else if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return naming.read(new XlsExtract(content), "an XLS workbook", FileKind.LEGACY_WORKBOOK);
        } else if (start.startsWith("\u001f\u008b")) {
            long limit = Limits.inflated(Files.size(content));
            ByteSource unpacked = () -> unpacked(file, content, limit);
            return naming.read(new TextExtract(file, unpacked), "packed with gzip", FileKind.GZIP);
        } else if (EARLY_WORKBOOK.matcher(start).lookingAt()) {
            throw Problems.workbookTooOld(file);
        } else if (start.startsWith("%PDF-")) {
            throw Problems.contentUnsupported(file, "a PDF document");
        } else if (IMAGE.matcher(start).lookingAt()) {
            throw Problems.contentUnsupported(file, "an image");
        }
        return text(naming, content, bytes);
    }

    private static InputStream unpacked(Path file, Path content, long limit) throws IOException {
        InputStream packed = Files.newInputStream(content);
        try {
            InputStream in = new GZIPInputStream(packed, 64 * 1024);
            return new BoundedInput(in, limit, () -> Problems.archiveTooLarge(file));
        } catch (IOException | RuntimeException e) {
            packed.close();
            throw e;
        }
    }

    private static ExtractFile text(Naming naming, Path content, byte[] bytes) throws IOException {
        Path file = naming.file();
        ByteSource source = () -> Files.newInputStream(content);
        Encoding encoding = Encoding.marked(bytes);
        int mark = encoding.markLength();
        String start = new String(bytes, mark, bytes.length - mark, encoding.charset())
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean isXml = start.startsWith("<?xml");
        boolean isWorkbook = start.startsWith("<") && start.contains("urn:schemas-microsoft-com:office:spreadsheet");
        if (start.startsWith("mime-version:")) {
            throw Problems.contentUnsupported(file, "a web page archive");
        } else if (PAGE.matcher(start).lookingAt() || isXml && start.contains("<html")) {
            return naming.read(new WebPageExtract(file, source), "a web page", FileKind.WEB_PAGE);
        } else if (isWorkbook) {
            return naming.read(new SpreadsheetXmlExtract(content), "an Excel 2003 XML workbook", FileKind.XML);
        } else if (isXml) {
            throw Problems.contentUnsupported(file, "XML");
        } else if (naming.kind() == FileKind.JSON || JSON.matcher(start).lookingAt()) {
            return naming.read(new JsonExtract(file, source), "JSON", FileKind.JSON);
        }
        TextExtract text = new TextExtract(file, source);
        return naming.read(text, text.readAs().separator() + "-separated text", FileKind.TEXT);
    }

    private static ExtractFile zip(Naming naming, Path content, byte[] bytes) throws IOException {
        Path file = naming.file();
        try (ZipFile zip = new ZipFile(content.toFile())) {
            Set<String> names = zip.stream()
                    .map(entry -> entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (names.contains("xl/workbook.bin")) {
                throw Problems.contentUnsupported(file, "a binary workbook (.xlsb)");
            } else if (names.contains("_rels/.rels")) {
                return naming.read(new XlsxExtract(content), "an XLSX workbook", FileKind.WORKBOOK);
            } else if (names.contains("content.xml") || names.contains("meta-inf/manifest.xml")) {
                return naming.read(new OdsExtract(content), "an ODS workbook", FileKind.OPEN_DOCUMENT);
            } else if (!file.equals(content)) {
                throw Problems.contentUnsupported(file, "a zip archive in another");
            }
            return archive(naming, zip);
        } catch (ZipException e) {
            // Java can't open an archive with encrypted files.
            boolean isEncrypted = bytes.length > FLAGS && bytes[FLAGS] % 2 != 0;
            throw isEncrypted ? Problems.passwordProtected(file) : Problems.archiveBroken(file);
        }
    }

    /** Opens the only table of an archive. Names starting with a dot belong to the program that made the archive. */
    private static ExtractFile archive(Naming naming, ZipFile zip) throws IOException {
        Path file = naming.file();
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().matches("(?s)(.*/)?(\\.|~\\$|__MACOSX/).*"))
                .toList();
        List<? extends ZipEntry> tables = files.stream()
                .filter(entry -> FileKind.isTable(lastName(entry)))
                .toList();
        if (tables.size() != 1) {
            List<String> names = (tables.isEmpty() ? files : tables)
                    .stream().limit(10).map(ZipEntry::getName).toList();
            throw Problems.archiveWithoutOneTable(file, tables.size(), names);
        }
        // Its default permissions let only the owner read it.
        Path copy = Files.createTempFile("market-shaping-", "-" + lastName(tables.get(0)));
        try {
            long limit = Limits.inflated(tables.get(0).getCompressedSize());
            try (InputStream in = zip.getInputStream(tables.get(0));
                    OutputStream out = Files.newOutputStream(copy)) {
                new BoundedInput(in, limit, () -> Problems.archiveTooLarge(file)).transferTo(out);
            }
            ExtractFile table = open(file, copy);
            return new Opened(file, naming.read(table, "a zip archive", FileKind.ARCHIVE), List.of(), copy);
        } catch (IOException | RuntimeException e) {
            Files.delete(copy);
            throw e;
        }
    }

    /** Returns the name of the file in the archive, without its folders and unusual characters. */
    private static String lastName(ZipEntry entry) {
        String name = entry.getName().replaceFirst("(?s).*[/\\\\]", "").replaceAll("[^\\w. ()-]", "_");
        return name.substring(Math.max(0, name.length() - 100));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Turns read errors into problems that name the file. */
    private static <T> T guarded(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (CharacterCodingException e) {
            throw Problems.encodingBroken(file);
        } catch (ZipException | EOFException e) {
            throw Problems.archiveBroken(file);
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    /** A file and the kind that its name shows. */
    private record Naming(Path file, FileKind kind) {
        /** Returns the extract, with a finding if its name shows another kind. */
        ExtractFile read(ExtractFile content, String description, FileKind expected) {
            String name = file.getFileName().toString();
            Finding finding = Finding.ofFile(FindingKind.READ_AS, name, 0, description);
            return new Opened(file, content, kind == expected ? List.of() : List.of(finding), null);
        }
    }

    /**
     * An extract with the finding about its name.
     *
     * @param copy the unpacked copy to delete; null if there is none
     */
    private record Opened(Path file, ExtractFile content, List<Finding> naming, Path copy) implements ExtractFile {
        @Override
        public List<ExtractTable> tables() {
            return content.tables();
        }

        @Override
        public ReadAs readAs() {
            return content.readAs();
        }

        @Override
        public long read(ExtractTable table, RowConsumer rows) {
            return guarded(file, () -> content.read(table, rows));
        }

        @Override
        public List<Finding> findings() {
            return Stream.of(naming, content.findings()).flatMap(List::stream).toList();
        }

        @Override
        public void close() throws IOException {
            content.close();
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
