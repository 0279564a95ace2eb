package marketshaping.output.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes everything of a rows worksheet except its rows: the lines above the table, the headings and the table
 * itself.
 */
final class RowsSheetWriter {
    private static final int MAX_NAME_LENGTH = 31;

    private final PageSetup page;

    RowsSheetWriter(PageSetup page) {
        this.page = page;
    }

    /**
     * A worksheet with headings, to which the rows are still to be added.
     *
     * @param headerRow counted from 0
     */
    record Started(XSSFSheet sheet, int headerRow, int columns) {

        /** Returns the path of the worksheet's XML file in the workbook's ZIP archive. */
        String part() {
            return sheet.getPackagePart().getPartName().getName().substring(1);
        }
    }

    /**
     * Creates the worksheet with its lines and headings, but without rows.
     *
     * @param number the position among the worksheets for the same rows, from 1
     */
    Started start(RowsSheet rows, int number, XSSFWorkbook poi) {
        XSSFSheet target = poi.createSheet(name(rows, number));
        page.setUp(target, rows.title());
        if (number > 1) {
            page.line(target, "It continues the previous worksheet.");
        }
        page.line(target, rows.description());
        page.line(target, TableSheetWriter.FREEZE_AND_FILTER);
        int headerRow = PageSetup.nextRow(target);
        XSSFRow header = target.createRow(headerRow);
        List<RowsSheet.Heading> headings = rows.headings();
        for (int i = 0; i < headings.size(); i++) {
            PageSetup.setWidth(target, i, headings.get(i).width());
            XSSFCell cell = header.createCell(i);
            page.texts().put(headings.get(i).words(), cell);
            cell.setCellStyle(page.styles().rowHeading(headings.get(i).cellKind()));
        }
        target.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        target.createFreezePane(0, headerRow + 1);
        return new Started(target, headerRow, headings.size());
    }

    /**
     * Completes the worksheet: turns the headings and rows into an Excel table.
     *
     * @param lastRow counted from 1
     */
    void finish(Started started, int lastRow) {
        XSSFSheet sheet = started.sheet();
        int lastColumn = started.columns() - 1;
        TableSheetWriter.makeTable(
                sheet, sheet.getSheetName(), WorkbookAudience.DESK, started.headerRow(), lastRow - 1, lastColumn);
        // Identifiers that look like numbers, possibly with leading zeros, are stored as text on purpose.
        sheet.addIgnoredErrors(
                new CellRangeAddress(started.headerRow() + 1, lastRow - 1, 0, lastColumn),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private static String name(RowsSheet rows, int number) {
        String suffix = number == 1 ? "" : " " + number;
        return rows.name().substring(0, Math.min(rows.name().length(), MAX_NAME_LENGTH - suffix.length())) + suffix;
    }
}
