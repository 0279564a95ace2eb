package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a table gives the same rows in every supported format. */
class SameTableTest {
    /** A title, a blank row, a header, rows with each type of value, and a gap. */
    private static final List<List<Object>> TABLE = List.of(
            List.of("Placements, as at May"),
            List.of(),
            List.of("placement_id", "start_date", "unit_cost", "urgent", "seen", "note"),
            List.of(
                    "000123",
                    LocalDate.of(2026, 5, 29),
                    1234.5,
                    true,
                    LocalDateTime.of(2026, 5, 29, 8, 30),
                    "two\nlines, \"quoted\""),
            List.of("P2", LocalDate.of(1999, 1, 1), 519.89, false, "", "Zoë – £5"),
            List.of(),
            List.of("P3", "", -7.0, "", "", ""));

    @TempDir
    Path folder;

    @Test
    void every_format_gives_the_same_text() throws IOException {
        String expected = "\"Placements, as at May\"\n\nplacement_id,start_date,unit_cost,urgent,seen,note\n"
                + "000123,2026-05-29,1234.5,TRUE,2026-05-29T08:30:00,\"two lines, \"\"quoted\"\"\"\n"
                + "P2,1999-01-01,519.89,FALSE,,Zoë – £5\n\nP3,,-7\n";

        assertThat(staged(csv())).isEqualTo(expected);
        assertThat(staged(workbook(new XSSFWorkbook(), "placements.xlsx"))).isEqualTo(expected);
        assertThat(staged(workbook(new HSSFWorkbook(), "placements.xls"))).isEqualTo(expected);
        assertThat(staged(ods())).isEqualTo(expected);
    }

    private String staged(Path file) throws IOException {
        ScannedFile scanned = new FileScan(folder.resolve("staging-" + file.getFileName())).scan("placements", file);
        assertThat(scanned.records()).isEqualTo(TABLE.size());
        return Files.readString(scanned.text().path());
    }

    /** Uses semicolons and Windows-1252, so that the file is staged too. */
    private Path csv() throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : TABLE) {
            String line =
                    String.join(";", row.stream().map(SameTableTest::typed).toList());
            text.append(line.replaceFirst(";+$", "")).append("\r\n");
        }
        return Files.writeString(folder.resolve("placements.csv"), text, Charset.forName("windows-1252"));
    }

    private static String typed(Object value) {
        return switch (value.getClass().getSimpleName()) {
            case "Boolean" -> (Boolean) value ? "TRUE" : "FALSE";
            case "Double" -> value.toString().replaceFirst("\\.0$", "");
            case "LocalDateTime" -> value + ":00";
            default ->
                value.toString().contains("\"")
                        ? "\"" + value.toString().replace("\"", "\"\"") + "\""
                        : value.toString();
        };
    }

    private Path workbook(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle day = style(workbook, "dd/mm/yyyy");
            CellStyle moment = style(workbook, "dd/mm/yyyy hh:mm");
            Sheet sheet = workbook.createSheet("Extract");
            for (int i = 0; i < TABLE.size(); i++) {
                Row row = sheet.createRow(i);
                for (Object value : TABLE.get(i)) {
                    Cell cell = row.createCell(Math.max(row.getLastCellNum(), 0));
                    if (value instanceof LocalDate date) {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    } else if (value instanceof LocalDateTime time) {
                        cell.setCellValue(time);
                        cell.setCellStyle(moment);
                    } else if (value instanceof Double number) {
                        cell.setCellValue(number);
                    } else if (value instanceof Boolean truth) {
                        cell.setCellValue(truth);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private Path ods() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (List<Object> row : TABLE) {
            rows.append("<table:table-row>");
            row.forEach(value -> rows.append(odsCell(value)));
            rows.append("<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>");
        }
        return OdsFile.write(folder.resolve("placements.ods"), OdsFile.sheet(rows.toString()));
    }

    private static String odsCell(Object value) {
        String type =
                switch (value.getClass().getSimpleName()) {
                    case "Boolean" -> "office:value-type=\"boolean\" office:boolean-value=\"%s\"";
                    case "Double" -> "office:value-type=\"float\" office:value=\"%s\"";
                    case "LocalDate", "LocalDateTime" -> "office:value-type=\"date\" office:date-value=\"%s\"";
                    default -> "office:value-type=\"string\"";
                };
        String shown = value.toString().replace("\n", "</text:p><text:p>");
        return "<table:table-cell " + type.formatted(value) + "><text:p>" + shown + "</text:p></table:table-cell>";
    }
}
