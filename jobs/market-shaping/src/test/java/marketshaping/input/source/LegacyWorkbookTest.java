package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import marketshaping.model.problem.UserProblem;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the file scan of workbooks of Excel 97 to 2003. */
class LegacyWorkbookTest {
    @TempDir
    Path folder;

    private FileScan scan;

    @BeforeEach
    void createScan() {
        scan = new FileScan(folder.resolve("staging"));
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

        ScannedFile scanned = scan.scan("placements", file);

        assertThat(scanned.kind()).isEqualTo(FileKind.LEGACY_WORKBOOK);
        assertThat(Files.readString(scanned.text().path()))
                .isEqualTo("\"Placements, May\"\n\n\n,two lines,Zoë 🏠 – bold,,TRUE,FALSE,#N/A\n");
        assertThat(new Fingerprint(scanned.sha256(), scanned.bytes())).isEqualTo(Fingerprint.of(file));
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

        assertThat(scan.scan("placements", file).head()).containsExactly(List.of(text));
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

        assertThat(scan.scan("placements", file).head()).containsExactly(List.of("2026-05-29"));
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

        assertThat(scan.scan("placements", file).head())
                .containsExactly(List.of("ab", "2.5", "TRUE", "#DIV/0!", "2026-05-29"));
    }

    @Test
    void sheet_named_after_the_input_is_preferred() throws IOException {
        Path file = workbook(workbook -> {
            for (String name : List.of("Hidden", "placements", "Notes", "PLACEMENTS ")) {
                workbook.createSheet(name.equals("placements") ? "Lists" : name)
                        .createRow(0)
                        .createCell(0)
                        .setCellValue(name);
            }
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.setActiveSheet(2);
        });

        assertThat(scan.scan("placements", file).sheets()).containsExactly("PLACEMENTS ", "Hidden", "Lists", "Notes");
        assertThat(scan.scan("placements", file).head()).containsExactly(List.of("PLACEMENTS"));
        assertThat(scan.scan("contracts", file).head()).containsExactly(List.of("Notes"));
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

        ScannedFile scanned = scan.scan("placements", file);

        List<String> lines = Files.readAllLines(scanned.text().path());
        assertThat(lines).hasSize(3_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(i + "," + (i % 2 == 0 ? "Café " : "Łódź ").repeat(i % 97) + i);
        }
    }

    @Test
    void password_is_refused_except_the_default_password() throws IOException {
        Path secret = encrypted("correct horse");
        assertRefused(secret, "protected with a password");

        assertThat(scan.scan("placements", encrypted("VelvetSweatshop")).head()).containsExactly(List.of("id", "1"));
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

        for (byte[] start : List.of(new byte[] {9, 0, 4, 0, 2, 0}, new byte[] {9, 4, 6, 0, 0, 0, 0x10, 0})) {
            assertRefused(Files.write(file, start), "Excel 95 or earlier");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id\\tname\\nP1\\tOak\\n                                      | end in .csv
                    <html><table><tr><td>id</td></tr></table></html>             | a web page
                    \\n<table border=1><tr><td>id</td></tr></table>              | a web page
                    MIME-Version: 1.0\\nContent-Type: multipart/related          | a web page
                    <?xml version="1.0"?><Workbook xmlns="urn:schemas"></Workbook> | its content is XML
                    """)
    void other_content_with_an_xls_name_is_refused(String text, String reason) throws IOException {
        assertRefused(Files.writeString(folder.resolve("placements.xls"), text.translateEscapes()), reason);
        assertRefused(
                Files.writeString(
                        folder.resolve("wide.xls"), "\ufeff" + text.translateEscapes(), StandardCharsets.UTF_16LE),
                reason);
    }

    @Test
    void newer_workbook_with_an_old_name_is_refused() throws IOException {
        Path file = folder.resolve("placements.xls");

        assertRefused(OdsFile.write(file, OdsFile.sheet("")), "end in .ods");
        assertRefused(OdsFile.write(file, java.util.Map.of("_rels/.rels", "<x/>")), "end in .xlsx");
        assertRefused(OdsFile.write(file, java.util.Map.of("a.csv", "id")), "another zip");
        assertRefused(container("WordDocument"), "without a workbook");
    }

    @Test
    void damaged_workbook_is_refused_with_a_message() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("S");
            for (int i = 0; i < 20; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("P" + i);
                row.createCell(1).setCellValue(i * 1.1);
                row.createCell(2).setCellFormula("A1&\"x\"");
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));
        int refused = new DamagedBytes(19, 3_000, 20).refusals(scan, whole, folder.resolve("damaged.xls"));
        assertThat(refused).isPositive();
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

    private void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> scan.scan("placements", file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(reason);
    }
}
