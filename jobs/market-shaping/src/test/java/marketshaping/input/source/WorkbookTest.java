package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marketshaping.model.problem.UserProblem;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the file scan of XLSX workbooks. Workbooks of other programs and of attackers are written part by part. */
class WorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    private FileScan scan;

    @BeforeEach
    void createScan() {
        scan = new FileScan(folder.resolve("staging"));
    }

    @Test
    void each_row_is_staged_under_its_row_number() throws IOException {
        Path file = folder.resolve("placements.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Extract");
            sheet.createRow(0).createCell(0).setCellValue("Placements, May");
            Row header = sheet.createRow(2);
            header.createCell(1).setCellValue("id");
            header.createCell(2).setCellValue("start");
            header.createCell(3).setCellValue("cost");
            header.createCell(4).setCellValue("urgent");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            Row row = sheet.createRow(3);
            row.createCell(1).setCellValue("two\nlines");
            row.createCell(2).setCellValue(LocalDate.of(2026, 5, 29));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellValue(1234.5);
            row.createCell(4).setCellValue(true);
            sheet.createRow(9).createCell(0).setCellStyle(day);
            workbook.write(out);
        }

        ScannedFile scanned = scan.scan("placements", file);

        assertThat(scanned.kind()).isEqualTo(FileKind.WORKBOOK);
        assertThat(scanned.records()).isEqualTo(4);
        assertThat(scanned.head())
                .containsExactly(
                        List.of("Placements, May"),
                        List.of(""),
                        List.of("", "id", "start", "cost", "urgent"),
                        List.of("", "two lines", "2026-05-29", "1234.5", "TRUE"));
        assertThat(new Fingerprint(scanned.sha256(), scanned.bytes())).isEqualTo(Fingerprint.of(file));
    }

    @Test
    void workbook_of_a_streaming_writer_is_read() throws IOException {
        Path file = folder.resolve("placements.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Sheet1");
            for (int i = 0; i < 5_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("P" + i);
                row.createCell(1).setCellValue(i);
            }
            workbook.write(out);
        }

        ScannedFile scanned = scan.scan("placements", file);

        assertThat(scanned.records()).isEqualTo(5_000);
        assertThat(Files.readAllLines(scanned.text().path())).contains("P4999,4999", "P0,0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <c><v>519.88999999999999</v></c>                 | 519.89
                    <c><v>28663931.810000002</v></c>                 | 28663931.81
                    <c><v>6.8E-13</v></c>                            | 0.00000000000068
                    <c><v>1.2E3</v></c>                              | 1200
                    <c><v>12345678901234567</v></c>                  | 12345678901234567
                    <c><v>-0.5</v></c>                               | -0.5
                    <c s="1"><v>46171</v></c>                        | 2026-05-29
                    <c s="1"><v>46171.354166666664</v></c>           | 2026-05-29T08:30:00
                    <c s="1"><v>46170.999999999993</v></c>           | 2026-05-29
                    <c s="1"><v>1</v></c>                            | 1900-01-01
                    <c s="1"><v>61</v></c>                           | 1900-03-01
                    <c s="1"><v>-3</v></c>                           | -3
                    <c s="2"><v>46171</v></c>                        | 2026-05-29
                    <c s="3"><v>46171</v></c>                        | 46171
                    <c s="4"><v>1.5</v></c>                          | 1.5
                    <c s="5"><v>0.354166666666667</v></c>            | 08:30:00
                    <c s="6"><v>46171</v></c>                        | 46171
                    <c t="b"><v>0</v></c>                            | FALSE
                    <c t="e"><v>#N/A</v></c>                         | #N/A
                    <c t="d"><v>2026-05-29</v></c>                   | 2026-05-29
                    <c t="str"><f>A1</f><v>text</v></c>              | text
                    <c><f>1+1</f><v>2</v></c>                        | 2
                    <c t="inlineStr"><is><t> in </t><phoneticPr/></is></c> | in
                    <c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r><rPh><t>x</t></rPh></is></c> | ab
                    <c t="s"><v>1</v></c>                            | second
                    <c t="inlineStr"><is><t>a_x000D_b&amp;c</t></is></c> | a b&c
                    """)
    void cell_is_converted_to_text_as_typed(String cell, String text) throws IOException {
        assertThat(scan.scan("placements", workbook(sheet("<row>" + cell + "</row>")))
                        .head())
                .containsExactly(List.of(text));
    }

    @Test
    void days_count_from_1904_if_the_workbook_does() throws IOException {
        Map<String, String> parts = sheet("<row><c s=\"1\"><v>44709</v></c></row>");
        parts.replaceAll((name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

        assertThat(scan.scan("placements", workbook(parts)).head()).containsExactly(List.of("2026-05-29"));
    }

    @Test
    void sheet_named_after_the_input_is_preferred() throws IOException {
        Path file = folder.resolve("placements.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (String name : List.of("Hidden", "Notes", "PLACEMENTS")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
            }
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(1);
            workbook.write(out);
        }

        assertThat(scan.scan("placements", file).sheets()).containsExactly("PLACEMENTS", "Hidden", "Notes");
        assertThat(scan.scan("placements", file).head()).containsExactly(List.of("PLACEMENTS"));
        assertThat(scan.scan("contracts", file).head()).containsExactly(List.of("Notes"));
    }

    @Test
    void cell_references_and_row_numbers_set_positions() throws IOException {
        ScannedFile scanned = scan.scan(
                "placements",
                workbook(sheet("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"AA2\"><v>2</v></c><c r=\"XFD2\"/></row>"
                        + "<row><c><v>3</v></c></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row>")));

        assertThat(Files.readString(scanned.text().path())).isEqualTo("\n,1" + ",".repeat(25) + "2\n3\n");
    }

    @Test
    void workbook_without_styles_or_texts_is_read() throws IOException {
        Map<String, String> parts = sheet("<row><c><v>1</v></c></row>");
        parts.remove("xl/styles.xml");
        parts.remove("xl/sharedStrings.xml");

        assertThat(scan.scan("placements", workbook(parts)).head()).containsExactly(List.of("1"));
    }

    @Test
    void parts_are_found_under_names_of_other_programs() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        sheet("<row><c t=\"s\"><v>0</v></c></row>")
                .forEach((name, xml) -> parts.put(
                        name.replace("xl/worksheets/sheet1.xml", "XL\\Worksheets\\Data.xml"),
                        xml.replace("worksheets/sheet1.xml", "/xl/worksheets/data.xml")));

        assertThat(scan.scan("placements", workbook(parts)).head()).containsExactly(List.of("first"));
    }

    @Test
    void formula_without_a_value_is_refused() throws IOException {
        Path file = workbook(sheet("<row r=\"7\"><c r=\"B7\"><f>A1+1</f></c></row>"));

        assertRefused(file, "cell B7");
    }

    @Test
    void password_protected_workbook_is_refused() throws Exception {
        Path plain = workbook(sheet("<row><c><v>1</v></c></row>"));
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (OutputStream encrypted = encryptor.getDataStream(container)) {
                Files.copy(plain, encrypted);
            }
            container.writeFilesystem(out);
        }

        assertRefused(file, "protected with a password");
    }

    @Test
    void old_workbook_with_a_new_name_is_refused() throws IOException {
        Path file = folder.resolve("placements.xlsx");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("S").createRow(0).createCell(0).setCellValue("id");
            workbook.write(out);
        }

        assertRefused(file, "Excel before 2007");
    }

    @Test
    void external_entity_is_refused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Map<String, String> parts = sheet("<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>");
        parts.computeIfPresent(
                SHEET, (name, xml) -> "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + xml);

        assertRefused(workbook(parts), "contains a document type or entity declaration");
    }

    @Test
    void expanding_entity_is_refused() throws IOException {
        Map<String, String> parts = sheet("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
        parts.computeIfPresent(
                SHEET, (name, xml) -> "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + xml);

        assertRefused(workbook(parts), "contains a document type or entity declaration");
    }

    @Test
    void workbook_with_macros_is_refused() throws IOException {
        Map<String, String> parts = sheet("<row><c><v>1</v></c></row>");
        parts.put("xl/vbaProject.bin", "macro");

        assertRefused(workbook(parts), "macros");
    }

    @Test
    void zip_bomb_is_refused() throws IOException {
        assertRefused(workbook(sheet(" ".repeat(100).concat("<row></row>").repeat(1_000_000))), "zip bomb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <row><c t="s"><v>999999999</v></c></row>                     | sheet1.xml
                    <row><c t="s"><v>-1</v></c></row>                            | sheet1.xml
                    <row><c><v>12x</v></c></row>                                 | sheet1.xml
                    <row r="999999999999"><c><v>1</v></c></row>                  | sheet1.xml
                    <row r="5"><c><v>1</v></c></row><row r="5"/>                 | sheet1.xml
                    <row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>      | sheet1.xml
                    <row><c r="ZZZZZZZ1"><v>1</v></c></row>                      | 2000 columns
                    <row><c><v>1</v></row>                                       | sheet1.xml
                    """)
    void malformed_sheet_is_refused(String rows, String reason) throws IOException {
        assertRefused(workbook(sheet(rows)), reason);
    }

    @Test
    void text_above_the_limit_is_refused() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }

        assertRefused(
                workbook(sheet("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>")),
                "contains more than can be read from a workbook");
        assertRefused(
                workbook(sheet("<row><c t=\"" + text.toString().repeat(5) + "\"/></row>")),
                "contains more than can be read from a workbook");
        assertRefused(workbook(sheet("<a>".repeat(1000))), "sheet1.xml");
    }

    @ParameterizedTest
    @CsvSource({"content.xml, an OpenDocument table", "word/document.xml, a zip without a workbook"})
    void zip_without_a_workbook_is_refused(String part, String content) throws IOException {
        assertRefused(workbook(Map.of(part, "<x/>")), content);
    }

    @Test
    void damaged_workbook_is_refused_with_a_message() throws IOException {
        byte[] whole = Files.readAllBytes(
                workbook(sheet("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46171</v></c></row>".repeat(20))));
        int refused = new DamagedBytes(7, 1_500, 3).refusals(scan, whole, folder.resolve("damaged.xlsx"));
        assertThat(refused).isPositive();
    }

    @Test
    void damaged_xml_is_refused_with_a_message() throws IOException {
        Map<String, String> whole =
                sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>46171</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>text</t></is></c></row>");
        List<String> names = List.copyOf(whole.keySet());
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 1_500; i++) {
            Map<String, String> damaged = new LinkedHashMap<>(whole);
            damaged.computeIfPresent(names.get(random.nextInt(names.size())), (name, xml) -> {
                int at = random.nextInt(xml.length());
                String put = List.of("", "<", ">", "\"", "&", "9", "\u0000", "</c>", "<v>", "é", "-")
                        .get(random.nextInt(11));
                return xml.substring(0, at) + put + xml.substring(at + random.nextInt(xml.length() - at));
            });
            try {
                scan.scan("placements", workbook(damaged));
            } catch (UserProblem problem) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> scan.scan("placements", file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(reason);
    }

    /** Returns the parts of a workbook with one sheet that contains the rows. */
    private static Map<String, String> sheet(String rows) {
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(types));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                        .formatted(types));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships><Relationship Id=\"r1\" Type=\"%1$s/worksheet\""
                                + " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"%1$s/styles\""
                                + " Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"%1$s/sharedStrings\""
                                + " Target=\"sharedStrings.xml\"/></Relationships>")
                        .formatted(types));
        parts.put(
                "xl/styles.xml",
                """
                <styleSheet><numFmts>
                <numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
                <numFmt numFmtId="165" formatCode="[$£-809]#,##0.00;[Red]-0&quot;days&quot;"/>
                <numFmt numFmtId="166" formatCode="[h]:mm:ss"/>
                <numFmt numFmtId="167" formatCode="General&quot; days&quot;"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="165"/>
                <xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>
                """);
        parts.put(
                "xl/sharedStrings.xml", "<sst><si><t>first</t></si><si><r><t>sec</t></r><r><t>ond</t></r></si></sst>");
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private Path workbook(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("placements.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
