package marketshaping.output.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes a worksheet of rows but for the rows: what stands above them, and the table that they are in. */
final class RowsSheetWriter {
    private static final int LONGEST_NAME = 31;

    private final PageSetup page;

    RowsSheetWriter(PageSetup page) {
        this.page = page;
    }

    /** @param headerRow counted from 0 */
    record Started(XSSFSheet sheet, int headerRow, int columns) {

        /** Where the archive keeps it. */
        String part() {
            return sheet.getPackagePart().getPartName().getName().substring(1);
        }
    }

    /** @param number of the worksheet among those that the rows take, from 1 */
    Started start(RowsSheet rows, int number, XSSFWorkbook poi) {
        XSSFSheet target = poi.createSheet(name(rows, number));
        page.setUp(target, rows.title());
        if (number > 1) {
            page.line(target, "It goes on from the worksheet before.");
        }
        page.line(target, rows.holds());
        page.line(target, TableSheetWriter.FREEZE_AND_FILTER);
        int headerRow = PageSetup.nextRow(target);
        XSSFRow header = target.createRow(headerRow);
        List<RowsSheet.Heading> headings = rows.headings();
        for (int i = 0; i < headings.size(); i++) {
            PageSetup.setWidth(target, i, headings.get(i).width());
            XSSFCell cell = header.createCell(i);
            page.texts().put(headings.get(i).words(), cell);
            cell.setCellStyle(page.styles().rowHeading(headings.get(i).over()));
        }
        target.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        target.createFreezePane(0, headerRow + 1);
        return new Started(target, headerRow, headings.size());
    }

    /** @param lastRow counted from 1 */
    void finish(Started started, int lastRow) {
        XSSFSheet sheet = started.sheet();
        int lastColumn = started.columns() - 1;
        TableSheetWriter.makeTable(
                sheet, sheet.getSheetName(), WorkbookAudience.DESK, started.headerRow(), lastRow - 1, lastColumn);
        // A system's number, which may begin with a nought, is text and no mistake.
        sheet.addIgnoredErrors(
                new CellRangeAddress(started.headerRow() + 1, lastRow - 1, 0, lastColumn),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private static String name(RowsSheet rows, int number) {
        String more = number == 1 ? "" : " " + number;
        return rows.name().substring(0, Math.min(rows.name().length(), LONGEST_NAME - more.length())) + more;
    }
}
