package marketshaping.output.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Puts text into cells: as text, whatever it looks like. Texts are looked up here and not in POI, which turns each into
 * XML to look it up: that was a fifth of the time of writing a pack.
 */
final class TextCells {
    private final SharedStringsTable shared;
    private final Map<String, Integer> numbers = new HashMap<>();

    TextCells(XSSFWorkbook workbook) {
        this.shared = workbook.getSharedStringSource();
    }

    void put(String text, XSSFCell cell) {
        cell.getCTCell().setT(STCellType.S);
        cell.getCTCell().setV(Integer.toString(number(CellText.of(text))));
    }

    /** The number of a text that is fit for a cell, among those that all cells share. */
    int number(String clean) {
        return numbers.computeIfAbsent(clean, fit -> shared.addSharedStringItem(new XSSFRichTextString(fit)));
    }
}
