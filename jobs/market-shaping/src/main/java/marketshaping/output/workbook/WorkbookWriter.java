package marketshaping.output.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import marketshaping.engine.Storage;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a declared workbook as an Excel file. It follows the essential points of the government's guidance on
 * releasing statistics in spreadsheets. Worksheets have headings, one Excel table each and no empty cells. Numbers are
 * stored as numbers, even next to shorthand, and charts have descriptions. The same workbook gives the same bytes on
 * any day and any computer.
 *
 * <p>A failed write leaves no partial file.
 */
public final class WorkbookWriter {

    /**
     * Writes the workbook to {@code file}.
     *
     * @param file replaced if it exists; its folder must exist
     * @throws IOException if writing fails; an older file then stays unchanged
     */
    public void write(Workbook workbook, Path file) throws IOException {
        Storage.replace(
                file, out -> ReproducibleZip.copy(new ByteArrayInputStream(bytes(workbook)), workbook.asAt(), out));
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

    /** Writes the worksheets and returns the shared page setup, so that callers can add more worksheets. */
    static PageSetup writeSheets(Workbook workbook, XSSFWorkbook poi) {
        // Otherwise POI sets the language of chart text from the default locale.
        LocaleUtil.setUserLocale(Locale.UK);
        workbook.sheets().forEach(sheet -> poi.createSheet(sheet.name()));
        PageSetup page = new PageSetup(workbook, new CellStyles(poi), new TextCells(poi));
        TableSheetWriter tables = new TableSheetWriter(workbook.audience(), page);
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
        // A chart precedes its table but refers to the table's cells, so all tables are written first.
        ChartSheetWriter charts = new ChartSheetWriter(page);
        for (Sheet sheet : workbook.sheets()) {
            if (sheet instanceof ChartSheet chart) {
                charts.write(chart, poi.getSheet(sheet.name()), places.get(chart.tableSheet()));
            }
        }
        return page;
    }
}
