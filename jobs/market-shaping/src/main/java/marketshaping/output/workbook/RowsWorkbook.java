package marketshaping.output.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import marketshaping.engine.Storage;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook with any number of data rows. Only the owner of the file can read it. The declared worksheets come
 * first. The rows follow and are written as they are read, so memory use is bounded. Text is always stored as text.
 *
 * <p>POI writes everything except the rows: each worksheet of rows starts with its headings only. The rows are written
 * to a separate file as XML and inserted when the workbook is assembled. POI's own APIs keep all rows in memory or take
 * several times as long.
 *
 * <p>A failed write leaves no partial file.
 */
public final class RowsWorkbook {

    /** A compression level that takes half the time of the default and a fifth more bytes. */
    private static final int FAST_COMPRESSION = 3;

    private static final String END_OF_ROWS = "</sheetData>";
    private static final Pattern DIMENSION = Pattern.compile("<dimension ref=\"[^\"]*\"/>");

    private final XSSFWorkbook poi;
    private final RowsSheetWriter writer;
    private final RowsFragment.StyleIds styles;
    private final TextCells texts;
    private final Path scratch;
    private final int sheetRows;

    /** The rows of each worksheet, by its path in the archive. */
    private final Map<String, RowsFragment> fragments = new HashMap<>();

    private RowsWorkbook(XSSFWorkbook poi, PageSetup page, Path scratch, int sheetRows) {
        this.poi = poi;
        this.writer = new RowsSheetWriter(page);
        this.styles = RowsFragment.StyleIds.of(page.styles());
        this.texts = page.texts();
        this.scratch = scratch;
        this.sheetRows = sheetRows;
    }

    /**
     * Writes the workbook to {@code file}, replacing an older one.
     *
     * @param declared the properties and the first worksheets
     * @throws IOException if writing fails; an older file then stays unchanged
     */
    public static void write(Workbook declared, List<RowsSheet> sheets, Path file) throws IOException {
        write(declared, sheets, file, WorkbookPassword.NONE);
    }

    /** Writes the workbook and encrypts it if there is a password. */
    public static void write(Workbook declared, List<RowsSheet> sheets, Path file, WorkbookPassword password)
            throws IOException {
        write(declared, sheets, file, password, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /**
     * Writes the workbook with a given row limit per worksheet.
     *
     * @param sheetRows the row limit, including rows above the table
     */
    static void write(Workbook declared, List<RowsSheet> sheets, Path file, WorkbookPassword password, int sheetRows)
            throws IOException {
        // The rows contain personal data, so the temporary folder is next to the file and not in a shared place.
        Path scratch = Storage.temporaryFolder(file.toAbsolutePath().getParent(), ".rows");
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> {
                assemble(declared, sheets, scratch, file, password, sheetRows);
                return file;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Storage.deleteTree(scratch);
        }
    }

    private static void assemble(
            Workbook declared,
            List<RowsSheet> sheets,
            Path scratch,
            Path file,
            WorkbookPassword password,
            int sheetRows) {
        Path withoutRows = scratch.resolve("loose.xlsx");
        Path whole = scratch.resolve("whole.xlsx");
        try {
            RowsWorkbook rows;
            try (XSSFWorkbook poi = new XSSFWorkbook();
                    OutputStream out = Storage.create(withoutRows)) {
                DocumentProperties.write(declared, poi);
                rows = new RowsWorkbook(poi, WorkbookWriter.writeSheets(declared, poi), scratch, sheetRows);
                for (RowsSheet sheet : sheets) {
                    rows.write(sheet);
                }
                poi.setActiveSheet(0);
                poi.setFirstVisibleTab(0);
                poi.write(out);
            }
            try (InputStream in = new BufferedInputStream(Storage.open(withoutRows));
                    OutputStream out = Storage.create(whole)) {
                ReproducibleZip.copy(in, declared.asAt(), out, FAST_COMPRESSION, rows::copy);
            }
            Path protectedFile = scratch.resolve("sealed.xlsx");
            try (OutputStream out = Storage.createPrivate(protectedFile)) {
                password.copy(whole, out);
            }
            Storage.move(protectedFile, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowsSheet sheet) throws IOException {
        Iterator<List<Object>> rows = sheet.rows().iterator();
        int sheets = 0;
        do {
            sheets++;
            RowsSheetWriter.Started started = writer.start(sheet, sheets, poi);
            RowsFragment fragment = new RowsFragment(
                    scratch.resolve("rows" + fragments.size()),
                    styles,
                    texts,
                    sheet.headings().size());
            int next = started.headerRow() + 1;
            try (fragment) {
                do {
                    next++;
                    fragment.add(next, rows.hasNext() ? rows.next() : List.of("No rows"));
                } while (rows.hasNext() && next < sheetRows);
            }
            writer.finish(started, next);
            fragments.put(started.part(), fragment);
        } while (rows.hasNext());
    }

    /** Inserts the rows into their worksheets and copies other entries unchanged. */
    private void copy(String name, InputStream in, OutputStream out) throws IOException {
        RowsFragment fragment = fragments.get(name);
        if (fragment == null) {
            in.transferTo(out);
            return;
        }
        String sheet = DIMENSION
                .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .replaceFirst("<dimension ref=\"%s\"/>".formatted(fragment.range()));
        int end = sheet.indexOf(END_OF_ROWS);
        out.write(sheet.substring(0, end).getBytes(StandardCharsets.UTF_8));
        fragment.copyTo(out);
        out.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
    }
}
