package marketshaping.pack.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook that holds rows of data, and so is for its owner's eyes alone. Declared worksheets come first, then
 * those of rows, which are written as they are read, so that memory stays bounded. Text is text, whatever it looks like.
 *
 * <p>The file appears whole or not at all.
 */
public final class RowsWorkbook {
    private static final int ROWS_HELD = 100;
    private static final int WIDTH_UNIT = 256;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final String classification;

    private RowsWorkbook(SXSSFWorkbook workbook, Styles styles, String classification) {
        this.workbook = workbook;
        this.styles = styles;
        this.classification = classification;
    }

    /**
     * Writes the file, or leaves what was there.
     *
     * @param declared its properties and first worksheets
     * @throws IOException where the disk refuses; what stood at {@code file} before still stands then
     */
    public static void write(Workbook declared, List<RowsSheet> sheets, Path file) throws IOException {
        // Rows wait on disk until the file is put together: beside it, and not where others keep what they throw away.
        Path scratch = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".rows", ownersOnly("rwx------"));
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> {
                put(declared, sheets, scratch, file);
                return file;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            deleteAll(scratch);
        }
    }

    private static void put(Workbook declared, List<RowsSheet> sheets, Path scratch, Path file) {
        Path loose = scratch.resolve("loose.xlsx");
        try {
            try (XSSFWorkbook poi = new XSSFWorkbook();
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(loose))) {
                Properties.write(declared, poi);
                Styles styles = WorkbookWriter.writeSheets(declared, poi);
                try (SXSSFWorkbook streamed = new SXSSFWorkbook(poi, ROWS_HELD)) {
                    // Entries are marked as small, or they can't be read again as they come.
                    streamed.setZip64Mode(Zip64Mode.AsNeeded);
                    RowsWorkbook rows = new RowsWorkbook(streamed, styles, declared.classification());
                    sheets.forEach(rows::write);
                    streamed.write(out);
                }
            }
            Path whole = Files.createFile(scratch.resolve("whole.xlsx"), ownersOnly("rw-------"));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(loose));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                FixedZip.copy(in, declared.asAt(), out);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(RowsSheet rows) {
        SXSSFSheet sheet = workbook.createSheet(rows.name());
        List<RowsSheet.Heading> headings = rows.headings();
        for (int i = 0; i < headings.size(); i++) {
            sheet.setColumnWidth(i, headings.get(i).width() * WIDTH_UNIT);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setLeft(CellText.of(classification));
        int next = 0;
        sheet.createRow(next++).createCell(0).setCellValue(rows.title());
        sheet.getRow(0).getCell(0).setCellStyle(styles.title());
        SXSSFCell holds = sheet.createRow(next++).createCell(0);
        holds.setCellValue(rows.holds());
        holds.setCellStyle(styles.line());
        int header = next++;
        SXSSFRow top = sheet.createRow(header);
        for (int i = 0; i < headings.size(); i++) {
            SXSSFCell cell = top.createCell(i);
            cell.setCellValue(headings.get(i).words());
            cell.setCellStyle(styles.rowHeading());
        }
        for (List<Object> cells : rows.rows()) {
            writeRow(cells, sheet.createRow(next++));
        }
        sheet.createFreezePane(0, header + 1);
        sheet.setAutoFilter(new CellRangeAddress(header, next - 1, 0, headings.size() - 1));
    }

    private void writeRow(List<Object> cells, SXSSFRow row) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Long number) {
                row.createCell(i).setCellValue(number);
            } else if (!cells.get(i).toString().isEmpty()) {
                String text = cells.get(i).toString();
                SXSSFCell cell = row.createCell(i);
                cell.setCellValue(CellText.of(text));
                cell.setCellStyle(styles.rowText(text));
            }
        }
    }

    /** What only the owner may do with a new file; where files have no such marks, the folder's rules hold. */
    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
