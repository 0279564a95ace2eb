package marketshaping.output.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook that holds rows of data, and so is for its owner's eyes alone. Declared worksheets come first, then
 * those of rows, which are written as they are read, so that memory stays bounded. Text is text, whatever it looks like.
 *
 * <p>The workbook library makes everything but the rows: a sheet of them is made with its headings alone, and its rows,
 * written as text beside it, are put in while the file is put together. The library's own ways of writing rows hold all
 * of them, or take several times as long.
 *
 * <p>The file appears whole or not at all.
 */
public final class RowsWorkbook {

    /** A level of compression that takes half the time of the usual one, for a file that is a fifth longer. */
    private static final int QUICK = 3;

    private static final String END_OF_ROWS = "</sheetData>";
    private static final Pattern AREA = Pattern.compile("<dimension ref=\"[^\"]*\"/>");

    private final XSSFWorkbook poi;
    private final RowsSheetWriter writer;
    private final RowsFragment.Looks looks;
    private final TextCells texts;
    private final Path scratch;
    private final int sheetRows;

    /** By the part of the archive that a worksheet is in, the rows that it lacks. */
    private final Map<String, RowsFragment> fragments = new HashMap<>();

    private RowsWorkbook(XSSFWorkbook poi, PageSetup page, Path scratch, int sheetRows) {
        this.poi = poi;
        this.writer = new RowsSheetWriter(page);
        this.looks = RowsFragment.Looks.of(page.styles());
        this.texts = page.texts();
        this.scratch = scratch;
        this.sheetRows = sheetRows;
    }

    /**
     * Writes the file, or leaves what was there.
     *
     * @param declared its properties and first worksheets
     * @throws IOException where the disk refuses; what stood at {@code file} before still stands then
     */
    public static void write(Workbook declared, List<RowsSheet> sheets, Path file) throws IOException {
        write(declared, sheets, file, WorkbookPassword.NONE);
    }

    /** The same, encrypted with a password where there is one. */
    public static void write(Workbook declared, List<RowsSheet> sheets, Path file, WorkbookPassword password)
            throws IOException {
        write(declared, sheets, file, password, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param sheetRows how many rows a worksheet takes, with those above the table */
    static void write(Workbook declared, List<RowsSheet> sheets, Path file, WorkbookPassword password, int sheetRows)
            throws IOException {
        // Rows wait on disk until the file is put together: beside it, and not where others keep what they throw away.
        Path scratch = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".rows", ownersOnly("rwx------"));
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> {
                put(declared, sheets, scratch, file, password, sheetRows);
                return file;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            deleteAll(scratch);
        }
    }

    private static void put(
            Workbook declared,
            List<RowsSheet> sheets,
            Path scratch,
            Path file,
            WorkbookPassword password,
            int sheetRows) {
        Path loose = scratch.resolve("loose.xlsx");
        Path whole = scratch.resolve("whole.xlsx");
        try {
            RowsWorkbook rows;
            try (XSSFWorkbook poi = new XSSFWorkbook();
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(loose))) {
                DocumentProperties.write(declared, poi);
                rows = new RowsWorkbook(poi, WorkbookWriter.writeSheets(declared, poi), scratch, sheetRows);
                for (RowsSheet sheet : sheets) {
                    rows.write(sheet);
                }
                poi.setActiveSheet(0);
                poi.setFirstVisibleTab(0);
                poi.write(out);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(loose));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                ReproducibleZip.copy(in, declared.asAt(), out, QUICK, rows::copy);
            }
            Path sealed = Files.createFile(scratch.resolve("sealed.xlsx"), ownersOnly("rw-------"));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sealed))) {
                password.copy(whole, out);
            }
            Files.move(sealed, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
                    looks,
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

    /** The worksheets of rows are copied with their rows, everything else as it is. */
    private void copy(String name, InputStream in, OutputStream out) throws IOException {
        RowsFragment fragment = fragments.get(name);
        if (fragment == null) {
            in.transferTo(out);
            return;
        }
        String sheet = AREA.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .replaceFirst("<dimension ref=\"%s\"/>".formatted(fragment.area()));
        int end = sheet.indexOf(END_OF_ROWS);
        out.write(sheet.substring(0, end).getBytes(StandardCharsets.UTF_8));
        fragment.copyTo(out);
        out.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
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
