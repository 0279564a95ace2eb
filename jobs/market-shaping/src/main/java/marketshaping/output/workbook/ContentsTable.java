package marketshaping.output.workbook;

import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes the table of contents: one row per worksheet, with its name as a link. */
final class ContentsTable {
    private ContentsTable() {}

    static void write(Workbook workbook, TableSheetWriter tables, XSSFSheet target) {
        List<Sheet> listed = workbook.sheets().stream()
                .filter(sheet -> !(sheet instanceof ContentsSheet))
                .toList();
        TableLocation location = tables.write(contentsSheet(listed), target);
        for (int i = 0; i < listed.size(); i++) {
            XSSFCell cell = target.getRow(location.firstRow() + i).getCell(0);
            cell.setCellStyle(tables.styles().tableLink());
            PageSetup.link(cell, listed.get(i).name());
        }
    }

    private static String describe(Sheet sheet) {
        String map = sheet instanceof TileSheet ? " (map)" : "";
        return sheet.title() + (sheet instanceof ChartSheet ? " (chart)" : map);
    }

    private static TableSheet contentsSheet(List<Sheet> listed) {
        Table table = new Table(
                "contents",
                ContentsSheet.NAME,
                List.of(Column.dimension("worksheet"), Column.text("section"), Column.text("what_it_holds")),
                listed.stream()
                        .map(sheet -> List.<Object>of(sheet.name(), sheet.section(), describe(sheet)))
                        .toList(),
                "");
        ContentsSheet contents = new ContentsSheet();
        return new TableSheet(
                contents.name(),
                contents.section(),
                contents.title(),
                "It lists the other worksheets of this workbook, with a link to each.",
                List.of(),
                table,
                List.of());
    }
}
