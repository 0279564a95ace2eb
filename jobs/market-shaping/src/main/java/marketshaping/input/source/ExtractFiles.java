package marketshaping.input.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
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
import org.apache.commons.io.function.IOSupplier;
import org.apache.poi.poifs.filesystem.FileMagic;

/** Opens extracts. The content of a file decides how it is read, not its name. */
public final class ExtractFiles {
    private static final Pattern PAGE = Pattern.compile(
            "(<!--.*?-->\\s*)*"
                    + "<(!doctype|html|head|meta|title|style|script|link|body|table|div|center|font|p|br|h[1-6]|frameset|form)\\b"
                    + "|<\\?xml.*<html",
            Pattern.DOTALL);
    private static final Set<FileKind> WITHOUT_TABLE = Set.of(FileKind.ARCHIVE, FileKind.NOT_READ, FileKind.UNKNOWN);
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

    /** Opens the content of a file: the file itself, or its unpacked copy with the name of the file in the archive. */
    private static ExtractFile open(Path file, Path content) throws IOException {
        IOSupplier<InputStream> bytes = () -> Files.newInputStream(content);
        byte[] start;
        try (InputStream in = bytes.get()) {
            start = in.readNBytes(4096);
        }
        if (start.length == 0) {
            throw Problems.fileEmpty(file);
        } else if (start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
            long limit = Limits.inflated(Files.size(content));
            IOSupplier<InputStream> unpacked = () -> Limits.bounded(
                    new GZIPInputStream(bytes.get(), 64 * 1024), limit, () -> Problems.archiveTooLarge(file));
            return Opened.of(file, content, new TextExtract(file, unpacked), FileKind.GZIP);
        }
        return switch (FileMagic.valueOf(start)) {
            case OOXML -> zip(file, content, start);
            case OLE2 -> Opened.of(file, content, new XlsExtract(content), FileKind.LEGACY_WORKBOOK);
            case BIFF2, BIFF3, BIFF4 -> throw Problems.workbookTooOld(file);
            case PDF -> throw Problems.contentUnsupported(file, "a PDF document");
            case JPEG, GIF, PNG, TIFF -> throw Problems.contentUnsupported(file, "an image");
            default -> text(file, content, bytes, new String(start, Encoding.marked(bytes).charset));
        };
    }

    private static ExtractFile text(Path file, Path content, IOSupplier<InputStream> bytes, String text)
            throws IOException {
        String start = text.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("mime-version:")) {
            throw Problems.contentUnsupported(file, "a web page archive");
        } else if (PAGE.matcher(start).lookingAt()) {
            return Opened.of(file, content, new WebPageExtract(file, bytes), FileKind.WEB_PAGE);
        } else if (start.startsWith("<") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return Opened.of(file, content, new SpreadsheetXmlExtract(content), FileKind.XML);
        } else if (start.startsWith("<?xml")) {
            throw Problems.contentUnsupported(file, "XML");
        } else if (FileKind.of(content) == FileKind.JSON || JSON.matcher(start).lookingAt()) {
            return Opened.of(file, content, new JsonExtract(file, bytes), FileKind.JSON);
        }
        return Opened.of(file, content, new TextExtract(file, bytes), FileKind.TEXT);
    }

    private static ExtractFile zip(Path file, Path content, byte[] start) throws IOException {
        try (ZipFile zip = new ZipFile(content.toFile())) {
            Set<String> names = zip.stream()
                    .map(entry -> entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (names.contains("xl/workbook.bin")) {
                throw Problems.contentUnsupported(file, "a binary workbook (.xlsb)");
            } else if (names.contains("_rels/.rels")) {
                return Opened.of(file, content, new XlsxExtract(content), FileKind.WORKBOOK);
            } else if (names.contains("content.xml") || names.contains("meta-inf/manifest.xml")) {
                return Opened.of(file, content, new OdsExtract(content), FileKind.OPEN_DOCUMENT);
            } else if (!file.equals(content)) {
                throw Problems.contentUnsupported(file, "a zip archive in another");
            }
            return archive(file, zip);
        } catch (ZipException e) {
            // Java can't open an archive with encrypted files. Byte 6 is the flags of its first file.
            boolean isEncrypted = start.length > 6 && start[6] % 2 != 0;
            throw isEncrypted ? Problems.passwordProtected(file) : Problems.archiveBroken(file);
        }
    }

    /** Opens the only table of an archive. Names starting with a dot belong to the program that made the archive. */
    private static ExtractFile archive(Path file, ZipFile zip) throws IOException {
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().matches("(?s)(.*/)?(\\.|~\\$|__MACOSX/).*"))
                .toList();
        List<? extends ZipEntry> tables = files.stream()
                .filter(entry -> !WITHOUT_TABLE.contains(FileKind.of(Path.of(lastName(entry)))))
                .toList();
        if (tables.size() != 1) {
            List<String> names = (tables.isEmpty() ? files : tables)
                    .stream().map(ZipEntry::getName).limit(10).toList();
            throw Problems.archiveWithoutOneTable(file, tables.size(), names);
        }
        ZipEntry table = tables.get(0);
        long limit = Limits.inflated(table.getCompressedSize());
        // Its default permissions let only the owner read it.
        Path copy = Files.createTempFile("market-shaping-", "-" + lastName(table));
        try (InputStream in = Limits.bounded(zip.getInputStream(table), limit, () -> Problems.archiveTooLarge(file));
                OutputStream out = Files.newOutputStream(copy)) {
            in.transferTo(out);
            return new Opened(file, Opened.of(file, file, open(file, copy), FileKind.ARCHIVE), List.of(), copy);
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

    /** Turns read errors into problems that name the file. */
    private static <T> T guarded(Path file, IOSupplier<T> reading) {
        try {
            return reading.get();
        } catch (CharacterCodingException e) {
            throw Problems.encodingBroken(file);
        } catch (ZipException | EOFException e) {
            throw Problems.archiveBroken(file);
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    /** An extract with the finding about its name, and its unpacked copy to delete, which may be null. */
    private record Opened(Path file, ExtractFile content, List<Finding> naming, Path copy) implements ExtractFile {

        /** Returns the extract, with a finding if its name shows another kind. */
        static ExtractFile of(Path file, Path named, ExtractFile content, FileKind kind) {
            String separator = content.readAs().separator();
            String description = kind == FileKind.TEXT ? separator + "-separated text" : kind.description;
            Finding finding =
                    Finding.ofFile(FindingKind.READ_AS, file.getFileName().toString(), 0, description);
            return new Opened(file, content, FileKind.of(named) == kind ? List.of() : List.of(finding), null);
        }

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
                Files.delete(copy);
            }
        }
    }
}
