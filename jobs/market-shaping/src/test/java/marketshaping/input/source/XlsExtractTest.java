package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the reader of workbooks of Excel 97 to 2003. */
class XlsExtractTest extends SheetExtractCases {
    @Override
    ExtractFile open(Path file) throws IOException {
        return new XlsExtract(file);
    }

    @Override
    Path sample() throws IOException {
        return PoiSample.write(new HSSFWorkbook(), folder.resolve("placements.xls"));
    }

    @Override
    Path sparse(int row) throws IOException {
        return PoiSample.sparse(new HSSFWorkbook(), folder.resolve("placements.xls"), row);
    }

    @Override
    int rowLimit() {
        return 65_536;
    }

    @Test
    void each_row_is_staged_under_its_row_number() throws IOException {
        Path file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("Extract");
            sheet.createRow(0).createCell(0).setCellValue("Placements, May");
            Row row = sheet.createRow(3);
            row.createCell(1).setCellValue(" two\nlines ");
            row.createCell(2).setCellValue(new HSSFRichTextString("Zoë 🏠 – bold"));
            ((HSSFRichTextString) row.getCell(2).getRichStringCellValue()).applyFont(2, 4, workbook.createFont());
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue(false);
            row.createCell(6).setCellErrorValue(FormulaError.NA.getCode());
            row.setZeroHeight(true);
            sheet.createRow(9).createCell(0).setCellStyle(style(workbook, "dd/mm/yyyy"));
        });

        assertThat(ReadRows.cells(this::open, file))
                .containsExactly(
                        List.of("Placements, May"),
                        List.of(""),
                        List.of(""),
                        List.of("", "two lines", "Zoë 🏠 – bold", "", "TRUE", "FALSE", "#N/A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1234.5             | General                            | 1234.5
                    -0.07              | #,##0.00                           | -0.07
                    100                | General                            | 100
                    28663931.810000002 | General                            | 28663931.81
                    6.8E-13            | General                            | 0.00000000000068
                    123456789012       | 0                                  | 123456789012
                    0.125              | 0.0%                               | 0.125
                    46171              | dd/mm/yyyy                         | 2026-05-29
                    46171              | m/d/yy                             | 2026-05-29
                    46171              | [$-809]dd mmmm yyyy;@              | 2026-05-29
                    46171.354166666664 | dd/mm/yyyy hh:mm                   | 2026-05-29T08:30:00
                    46170.99999996528  | dd/mm/yyyy hh:mm                   | 2026-05-28T23:59:59
                    0.354166666666667  | h:mm                               | 08:30:00
                    1.5                | [h]:mm:ss                          | 1.5
                    46171              | [Red]0"days"                       | 46171
                    """)
    void numbers_and_dates_are_written_by_format(double number, String format, String text) throws IOException {
        Path file = workbook(workbook -> {
            Cell cell = workbook.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(number);
            cell.setCellStyle(style(workbook, format));
        });

        assertThat(ReadRows.cells(this::open, file)).containsExactly(List.of(text));
    }

    @Test
    void days_count_from_1904_if_the_workbook_does() throws IOException {
        Path file = workbook(workbook -> {
            workbook.getInternalWorkbook().getRecords().forEach(record -> {
                if (record instanceof org.apache.poi.hssf.record.DateWindow1904Record window) {
                    window.setWindowing((short) 1);
                }
            });
            Cell cell = workbook.createSheet("S").createRow(0).createCell(0);
            cell.setCellValue(44709.0);
            cell.setCellStyle(style(workbook, "dd/mm/yyyy"));
        });

        assertThat(ReadRows.cells(this::open, file)).containsExactly(List.of("2026-05-29"));
    }

    @Test
    void formula_is_read_as_its_last_calculated_value() throws IOException {
        Path file = workbook(workbook -> {
            Row row = workbook.createSheet("S").createRow(0);
            row.createCell(0).setCellFormula("\"a\"&\"b\"");
            row.createCell(1).setCellFormula("1+1.5");
            row.createCell(2).setCellFormula("1=1");
            row.createCell(3).setCellFormula("1/0");
            row.createCell(4).setCellFormula("DATE(2026,5,29)");
            row.getCell(4).setCellStyle(style(workbook, "dd/mm/yyyy"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(ReadRows.cells(this::open, file))
                .containsExactly(List.of("ab", "2.5", "TRUE", "#DIV/0!", "2026-05-29"));
    }

    @Test
    void texts_over_several_records_are_read() throws IOException {
        Path file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("S");
            for (int i = 0; i < 3_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(i);
                row.createCell(1).setCellValue((i % 2 == 0 ? "Café " : "Łódź ").repeat(i % 97) + i);
            }
        });

        List<List<String>> rows = ReadRows.cells(this::open, file);
        assertThat(rows).hasSize(3_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i))
                    .containsExactly(String.valueOf(i), (i % 2 == 0 ? "Café " : "Łódź ").repeat(i % 97) + i);
        }
    }

    @Test
    void password_is_refused_except_the_default_password() throws IOException {
        Path secret = encrypted("correct horse");
        assertRefused(secret, "protected with a password");

        assertThat(ReadRows.cells(this::open, encrypted("VelvetSweatshop"))).containsExactly(List.of("id", "1"));
    }

    private Path encrypted(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return workbook(workbook -> {
                Row row = workbook.createSheet("S").createRow(0);
                row.createCell(0).setCellValue("id");
                row.createCell(1).setCellValue(1);
            });
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void workbook_with_macros_is_refused() throws IOException {
        assertRefused(container("_VBA_PROJECT_CUR"), "macros");
    }

    @Test
    void workbook_before_excel_97_is_refused_with_a_fix() throws IOException {
        byte[] record = {0x09, 0x08, 0x08, 0, 0, 0x05, 0x05, 0, 0, 0, 0, 0};
        Path file = folder.resolve("placements.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(record), "Book");
            container.writeFilesystem(out);
        }
        assertRefused(file, "save it as XLSX or CSV");
    }

    @Test
    void truncated_workbook_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(
                workbook -> workbook.createSheet("S").createRow(0).createCell(0).setCellValue("id")));
        for (int length : new int[] {8, 600, whole.length / 2}) {
            assertRefused(
                    Files.write(folder.resolve("short.xls"), java.util.Arrays.copyOf(whole, length)),
                    "is a damaged workbook");
        }
    }

    private static CellStyle style(HSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private Path workbook(Consumer<HSSFWorkbook> content) throws IOException {
        Path file = folder.resolve("placements.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    /** Writes a container of Office before 2007 with one entry of the given name. */
    private Path container(String entry) throws IOException {
        Path file = folder.resolve("placements.xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[100]), entry);
            container.writeFilesystem(out);
        }
        return file;
    }

    private void assertRefused(Path file, String reason) throws IOException {
        assertThat(ReadRows.outcome(this::open, file)).contains(reason);
    }
}
