package marketshaping.output.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Writes text to cells as shared strings. It keeps its own index, because POI serialises a text to XML for each
 * look-up, which took a fifth of the time to write a pack.
 */
final class TextCells {
    private final SharedStringsTable shared;
    private final Map<String, Integer> indexes = new HashMap<>();

    TextCells(XSSFWorkbook workbook) {
        this.shared = workbook.getSharedStringSource();
    }

    void put(String text, XSSFCell cell) {
        cell.getCTCell().setT(STCellType.S);
        cell.getCTCell().setV(Integer.toString(index(SpreadsheetText.of(text))));
    }

    /**
     * Returns the index of a text in the shared strings, and adds the text if it is new. The text must be clean already
     * ({@link SpreadsheetText}).
     */
    int index(String clean) {
        return indexes.computeIfAbsent(clean, added -> shared.addSharedStringItem(new XSSFRichTextString(added)));
    }
}
