package marketshaping.input.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes the workbook of {@link SheetExtractCases} in a format of Excel. */
final class PoiSample {
    private PoiSample() {}

    static Path write(Workbook workbook, Path file) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook);
            workbook.write(out);
        }
        return file;
    }

    static Path sparse(Workbook workbook, Path file, int lastRow) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("S");
            Row header = sheet.createRow(0);
            header.createCell(0).setCellValue("id");
            header.createCell(1).setCellValue("name");
            sheet.createRow(lastRow - 1).createCell(0).setCellValue("P1");
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Workbook workbook) {
        CellStyle zeros = style(workbook, "0000000000");
        CellStyle letter = style(workbook, "\"C\"000");
        CellStyle day = style(workbook, "dd/mm/yyyy");
        Sheet sheet = workbook.createSheet("Page 1");
        sheet.createRow(0).createCell(0).setCellValue("Placements, May");
        texts(sheet.createRow(2), "id", "name", "start", "urgent", "check", "code", "note");
        for (int i = 0; i < 3; i++) {
            Row row = sheet.createRow(3 + i);
            number(row, 0, 42 + i, zeros);
            Cell date = row.createCell(2);
            date.setCellValue(LocalDateTime.of(2026, 5, 29 + i, i == 1 ? 8 : 0, i == 1 ? 30 : 0));
            date.setCellStyle(day);
        }
        sheet.getRow(3).createCell(1).setCellValue("Oak");
        sheet.getRow(3).createCell(3).setCellValue(true);
        sheet.getRow(3).createCell(4).setCellErrorValue(FormulaError.REF.getCode());
        sheet.getRow(3).createCell(6).setCellValue("x");
        sheet.getRow(4).createCell(3).setCellValue(false);
        number(sheet.getRow(3), 5, 7, letter);
        number(sheet.getRow(4), 5, 8, letter);
        Row last = sheet.createRow(7);
        number(last, 0, 123_456_789_012.0, style(workbook, "General"));
        last.createCell(1).setCellValue("Elm");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("B4:B6"));
        sheet.getRow(4).setZeroHeight(true);
        sheet.createRow(6).setZeroHeight(true);
        sheet.setColumnHidden(6, true);
        sheet.setColumnHidden(8, true);
        workbook.createSheet("Lists").createRow(0).createCell(0).setCellValue("secret");
        Sheet second = workbook.createSheet("Page 2");
        second.createRow(0).createCell(0).setCellValue("id");
        number(second.createRow(1), 0, 1, zeros);
        workbook.setSheetHidden(1, true);
    }

    private static void texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    private static void number(Row row, int column, double number, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
