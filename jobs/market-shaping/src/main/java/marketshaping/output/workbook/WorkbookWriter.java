package marketshaping.output.workbook;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a declared workbook as a file that Excel opens. It keeps the essential points of the government's guidance on
 * releasing statistics in spreadsheets, whatever is declared: headings, one real table a worksheet, no empty cells, true
 * numbers beside shorthand, described charts. The same workbook is the same bytes on any day and any machine.
 *
 * <p>The file appears whole or not at all.
 */
public final class WorkbookWriter {

    /**
     * Writes the file, or leaves what was there.
     *
     * @param file is replaced where it exists; its folder must exist
     * @throws IOException where the disk refuses; what stood at {@code file} before still stands then
     */
    public void write(Workbook workbook, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                ReproducibleZip.copy(new ByteArrayInputStream(bytes(workbook)), workbook.asAt(), out);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        try (XSSFWorkbook poi = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            DocumentProperties.write(workbook, poi);
            writeSheets(workbook, poi);
            poi.setActiveSheet(0);
            poi.setFirstVisibleTab(0);
            poi.write(out);
            return out.toByteArray();
        }
    }

    /** Writes the worksheets; what they share, for more worksheets to share it. */
    static PageSetup writeSheets(Workbook workbook, XSSFWorkbook poi) {
        // The library says of the text of charts that it is in the language of the machine, unless it is told this.
        LocaleUtil.setUserLocale(Locale.UK);
        workbook.sheets().forEach(sheet -> poi.createSheet(sheet.name()));
        PageSetup page = new PageSetup(workbook, new CellStyles(poi), new TextCells(poi));
        TableSheetWriter tables = new TableSheetWriter(workbook.profile(), page);
        Map<String, TableLocation> places = new HashMap<>();
        for (Sheet sheet : workbook.sheets()) {
            XSSFSheet target = poi.getSheet(sheet.name());
            if (sheet instanceof TextSheet text) {
                page.write(text, target);
            } else if (sheet instanceof ContentsSheet) {
                ContentsTable.write(workbook, tables, target);
            } else if (sheet instanceof TileSheet tiles) {
                new TileSheetWriter(page).write(tiles, target);
            } else if (sheet instanceof TableSheet table) {
                places.put(table.name(), tables.write(table, target));
            }
        }
        // A chart stands before its table and is drawn from the table's cells, so it waits until they are written.
        ChartSheetWriter charts = new ChartSheetWriter(page);
        for (Sheet sheet : workbook.sheets()) {
            if (sheet instanceof ChartSheet chart) {
                charts.write(chart, poi.getSheet(sheet.name()), places.get(chart.tableSheet()));
            }
        }
        return page;
    }
}
