package marketshaping.output.workbook;

import marketshaping.model.table.Table;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Where a table came to stand.
 *
 * @param firstRow of its body, counted from 0
 */
record TableLocation(XSSFSheet sheet, Table table, int firstRow, int lastRow) {

    /** The cells of one column, without its header. */
    CellRangeAddress cells(String column) {
        int at = table.indexOf(column);
        return new CellRangeAddress(firstRow, lastRow, at, at);
    }
}
