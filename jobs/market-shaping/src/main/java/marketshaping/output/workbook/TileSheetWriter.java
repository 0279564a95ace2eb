package marketshaping.output.workbook;

import java.util.List;
import marketshaping.output.workbook.TileSheet.Tile;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a worksheet with a tile map, below the lines that describe it. */
final class TileSheetWriter {
    private static final int WIDTH = 16;
    private static final int LINES = 4;

    private final PageSetup page;

    TileSheetWriter(PageSetup page) {
        this.page = page;
    }

    void write(TileSheet sheet, XSSFSheet target) {
        page.setUp(target, sheet.title());
        target.getPrintSetup().setFitHeight((short) 1);
        page.line(target, "This worksheet contains one map made of cells. " + sheet.description());
        sheet.notes().forEach(note -> page.line(target, note));
        page.linkTo(target, sheet.tableSheet(), "The figures, as a table");
        page.linkTo(target, ContentsSheet.NAME, "Back to the contents");
        target.createRow(PageSetup.nextRow(target));
        sheet.rows().forEach(tiles -> writeRow(tiles, target));
    }

    private void writeRow(List<Tile> tiles, XSSFSheet target) {
        XSSFRow row = target.createRow(PageSetup.nextRow(target));
        row.setHeightInPoints(RowHeights.ofLines(LINES));
        for (int i = 0; i < tiles.size(); i++) {
            PageSetup.setWidth(target, i, WIDTH);
            if (!tiles.get(i).equals(Tile.NONE)) {
                XSSFCell cell = row.createCell(i);
                page.texts().put(tiles.get(i).text(), cell);
                cell.setCellStyle(page.styles().tile(tiles.get(i).shade()));
            }
        }
    }
}
