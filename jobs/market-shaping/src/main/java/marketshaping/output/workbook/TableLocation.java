package marketshaping.output.workbook;

import marketshaping.model.table.Table;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * A table that has been written to a worksheet, and its position there.
 *
 * @param firstRow the first row of the body, counted from 0
 * @param lastRow the last row of the body, counted from 0
 */
record TableLocation(XSSFSheet sheet, Table table, int firstRow, int lastRow) {

    /** Returns the cells of one column without its header. */
    CellRangeAddress cells(String column) {
        int at = table.indexOf(column);
        return new CellRangeAddress(firstRow, lastRow, at, at);
    }
}
