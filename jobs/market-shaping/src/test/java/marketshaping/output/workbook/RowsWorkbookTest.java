package marketshaping.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.testkit.WorkbookReader;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsWorkbookTest {
    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void every_row_is_written_with_text_as_text() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        List<List<Object>> rows =
                List.of(List.of("=1+1", 7L), List.of("", 8L), List.of("a \u0007 <b>", 9L), List.of("007", 1_234_567L));
        RowsWorkbook.write(workbook(), List.of(sheet(rows)), file);
        WorkbookReader read = WorkbookReader.of(file);
        assertThat(read.sheets()).containsExactly("About", "rows");
        assertThat(read.rows("rows"))
                .containsExactly(
                        List.of("Rows"),
                        List.of("It contains rows."),
                        List.of(TableSheetWriter.FREEZE_AND_FILTER),
                        List.of("text", "number"),
                        List.of("=1+1", "7"),
                        List.of("", "8"),
                        List.of("a   <b>", "9"),
                        List.of("007", "1234567"));
    }

    @Test
    void same_rows_give_the_same_bytes_and_no_other_files() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");
        RowsWorkbook.write(workbook(), List.of(sheet(many())), one);
        RowsWorkbook.write(workbook(), List.of(sheet(many())), other);
        assertThat(other).hasSameBinaryContentAs(one);
        assertThat(WorkbookReader.of(one).rows("rows")).hasSize(MANY + 4);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(one, other);
        }
    }

    @Test
    void harmful_values_are_shown_as_text() throws IOException {
        List<String> hostile = List.of(
                "=cmd|' /C calc'!A0",
                "+44 20 7946 0000",
                "-1+1",
                "@x",
                "x".repeat(300),
                "Smith & Sons",
                "a < b > c ]]>",
                "</t></is></c>",
                "\"quoted\"",
                "care home \uD83C\uDFE0",
                "\u05D1\u05D9\u05EA \u202E\u0627\u0644",
                "_x0041_ is no letter",
                " spaces kept ",
                "two\nlines",
                "00123",
                "1e5");
        Path file = folder.resolve("rows.xlsx");
        RowsWorkbook.write(
                workbook(),
                List.of(sheet(
                        hostile.stream().map(text -> List.<Object>of(text, 1L)).toList())),
                file);
        assertThat(WorkbookReader.of(file).rows("rows").stream().skip(4).map(row -> row.get(0)))
                .containsExactlyElementsOf(hostile);
    }

    @Test
    void repeated_texts_are_shared_among_many_unique_ones() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        List<List<Object>> rows = IntStream.range(0, MANY)
                .mapToObj(i -> List.<Object>of(i % 3 == 0 ? "=again & <" + i % 7 : "& once " + i, (long) i))
                .toList();
        RowsWorkbook.write(workbook(), List.of(sheet(rows)), file);
        assertThat(WorkbookReader.of(file).rows("rows").stream().skip(4))
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (int row : List.of(4, MANY + 2)) {
                XSSFCell again = workbook.getSheet("rows").getRow(row).getCell(0);
                assertThat(again.getStringCellValue()).startsWith("=again");
                assertThat(again.getCellStyle().getQuotePrefixed()).isTrue();
            }
            assertThat(workbook.getSharedStringSource().getUniqueCount()).isLessThan(MANY / 3);
        }
    }

    @Test
    void dates_and_money_keep_their_types() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        LocalDate day = LocalDate.of(2025, 6, 30);
        RowsSheet sheet = sheet(List.of(
                List.of("L1", day),
                List.of("L2", new BigDecimal("-1250.50")),
                List.of("L3", LocalDate.of(1850, 1, 2))));
        RowsWorkbook.write(workbook(), List.of(sheet), file);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false))) {
            List<Row> rows = workbook.findSheet("rows").orElseThrow().read();
            Cell date = rows.get(4).getCell(1);
            assertThat(date.asDate().toLocalDate()).isEqualTo(day);
            assertThat(date.getDataFormatString()).isEqualTo("d mmm yyyy");
            Cell money = rows.get(5).getCell(1);
            assertThat(money.asNumber()).isEqualByComparingTo("-1250.5");
            assertThat(money.getDataFormatString()).contains("£");
            assertThat(rows.get(6).getCell(1).asString())
                    .as("a date before the first date of Excel")
                    .isEqualTo("2 Jan 1850");
        }
    }

    @Test
    void full_worksheet_continues_in_further_worksheets() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        int headerRows = 4;
        RowsWorkbook.write(
                workbook(), List.of(sheet(many().subList(0, 25))), file, WorkbookPassword.NONE, headerRows + 10);
        WorkbookReader read = WorkbookReader.of(file);
        assertThat(read.sheets()).containsExactly("About", "rows", "rows 2", "rows 3");
        List<List<String>> all = new ArrayList<>();
        for (String name : List.of("rows", "rows 2", "rows 3")) {
            List<List<String>> rows = read.rows(name);
            int header = rows.indexOf(List.of("text", "number"));
            assertThat(header).as(name).isPositive();
            assertThat(rows.size()).as(name).isLessThanOrEqualTo(headerRows + 10);
            all.addAll(rows.subList(header + 1, rows.size()));
        }
        assertThat(all)
                .containsExactlyElementsOf(many().subList(0, 25).stream()
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList());
    }

    @Test
    void exactly_full_worksheet_starts_no_empty_one() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        RowsWorkbook.write(workbook(), List.of(sheet(many().subList(0, 10))), file, WorkbookPassword.NONE, 14);
        assertThat(WorkbookReader.of(file).sheets()).containsExactly("About", "rows");
    }

    @Test
    void worksheet_without_rows_states_no_rows() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        RowsWorkbook.write(workbook(), List.of(sheet(List.of())), file);
        assertThat(WorkbookReader.of(file).rows("rows")).endsWith(List.of("No rows"));
    }

    @Test
    void desk_worksheet_contains_an_excel_table() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        RowsWorkbook.write(workbook(), List.of(sheet(many())), file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet sheet = workbook.getSheet("rows");
            XSSFTable table = sheet.getTables().get(0);
            assertThat(table.getArea().formatAsString()).isEqualTo("A4:B" + (MANY + 4));
            assertThat(table.getColumns().stream().map(XSSFTableColumn::getName))
                    .containsExactly("text", "number");
            assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo("A4:B" + (MANY + 4));
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(sheet.getFooter().getLeft()).isEqualTo("OFFICIAL-SENSITIVE");
            assertThat(sheet.getRow(10).getCell(0).getCellStyle().getFont().getFontName())
                    .isEqualTo("Arial");
            assertThat(sheet.getLastRowNum()).isEqualTo(MANY + 3);
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("Rows");
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void encrypted_workbook_opens_only_with_its_password() throws Exception {
        Path file = folder.resolve("rows.xlsx");
        RowsWorkbook.write(workbook(), List.of(sheet(many())), file, WorkbookPassword.of("correct horse"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> WorkbookReader.of(file)).isInstanceOf(Exception.class);
        try (POIFSFileSystem envelope = new POIFSFileSystem(file.toFile(), true)) {
            EncryptionInfo encryption = new EncryptionInfo(envelope);
            assertThat(encryption.getHeader().getCipherAlgorithm()).isEqualTo(CipherAlgorithm.aes256);
            assertThat(encryption.getHeader().getHashAlgorithm()).isEqualTo(HashAlgorithm.sha512);
            assertThat(encryption.getDecryptor().verifyPassword("wrong horse")).isFalse();
            assertThat(encryption.getDecryptor().verifyPassword("correct horse"))
                    .isTrue();
            Path opened = folder.resolve("opened.xlsx");
            Path plain = folder.resolve("plain.xlsx");
            Files.copy(encryption.getDecryptor().getDataStream(envelope), opened);
            RowsWorkbook.write(workbook(), List.of(sheet(many())), plain);
            assertThat(opened).hasSameBinaryContentAs(plain);
            assertThat(WorkbookPassword.NONE.opens(plain)).isTrue();
            assertThat(WorkbookPassword.of("correct horse").opens(plain)).isFalse();
        }
        assertThat(WorkbookPassword.of("correct horse").opens(file)).isTrue();
        assertThat(WorkbookPassword.of("wrong horse").opens(file)).isFalse();
        assertThat(WorkbookPassword.NONE.opens(file)).isFalse();
        assertThat(WorkbookPassword.of("correct horse").toString()).doesNotContain("horse");
    }

    @Test
    void last_good_file_stays_if_reading_rows_fails() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        Files.writeString(file, "the last good file");
        Iterator<List<Object>> failing = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<Object> next() {
                throw new IllegalStateException("the rows could not be read");
            }
        };
        RowsSheet sheet = new RowsSheet("rows", "Rows", "", List.of(), () -> failing);
        assertThatThrownBy(() -> RowsWorkbook.write(workbook(), List.of(sheet), file))
                .hasMessage("the rows could not be read");
        assertThat(file).hasContent("the last good file");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static List<List<Object>> many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> List.<Object>of("row " + i, (long) i))
                .toList();
    }

    private static RowsSheet sheet(List<List<Object>> rows) {
        return new RowsSheet(
                "rows",
                "Rows",
                "It contains rows.",
                List.of(new RowsSheet.Heading("text", 20), new RowsSheet.Heading("number", 10)),
                rows);
    }

    private static Workbook workbook() {
        return new Workbook(
                "Rows",
                "Hackney",
                LocalDate.of(2025, 6, 30),
                WorkbookAudience.DESK,
                "OFFICIAL-SENSITIVE",
                List.of(new TextSheet("About", "About", "Rows", List.of())));
    }
}
