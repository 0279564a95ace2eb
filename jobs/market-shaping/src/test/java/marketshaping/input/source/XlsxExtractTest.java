package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

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
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the reader of XLSX workbooks. Workbooks of other programs and of attackers are written part by part. */
class XlsxExtractTest extends SheetExtractCases {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Override
    ExtractFile open(Path file) throws IOException {
        return new XlsxExtract(file);
    }

    @Override
    Path sample() throws IOException {
        return PoiSample.write(new XSSFWorkbook(), folder.resolve("placements.xlsx"));
    }

    @Override
    Path sparse(int row) throws IOException {
        return PoiSample.sparse(new XSSFWorkbook(), folder.resolve("placements.xlsx"), row);
    }

    @Override
    int rowLimit() {
        return 1_048_576;
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

        assertThat(ReadRows.cells(this::open, file))
                .containsExactly(
                        List.of("Placements, May"),
                        List.of(""),
                        List.of("", "id", "start", "cost", "urgent"),
                        List.of("", "two lines", "2026-05-29", "1234.5", "TRUE"));
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

        assertThat(ReadRows.cells(this::open, file))
                .hasSize(5_000)
                .contains(List.of("P4999", "4999"), List.of("P0", "0"));
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
                    <c s="1"><v>46170.99999996528</v></c>            | 2026-05-28T23:59:59
                    <c s="5"><v>0.99999996528</v></c>                | 23:59:59
                    <c t="d"><v>2026-05-28T23:59:59.997</v></c>      | 2026-05-28T23:59:59
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
        assertThat(ReadRows.cells(this::open, workbook(sheet("<row>" + cell + "</row>"))))
                .containsExactly(List.of(text));
    }

    @Test
    void days_count_from_1904_if_the_workbook_does() throws IOException {
        Map<String, String> parts = sheet("<row><c s=\"1\"><v>44709</v></c></row>");
        parts.replaceAll((name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

        assertThat(ReadRows.cells(this::open, workbook(parts))).containsExactly(List.of("2026-05-29"));
    }

    @Test
    void cell_references_and_row_numbers_set_positions() throws IOException {
        List<List<String>> rows = ReadRows.cells(
                this::open,
                workbook(sheet("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"AA2\"><v>2</v></c><c r=\"XFD2\"/></row>"
                        + "<row><c><v>3</v></c></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row>")));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).hasSize(27).startsWith("", "1", "").endsWith("", "2");
        assertThat(rows.get(2)).containsExactly("3");
    }

    @Test
    void workbook_without_styles_or_texts_is_read() throws IOException {
        Map<String, String> parts = sheet("<row><c><v>1</v></c></row>");
        parts.remove("xl/styles.xml");
        parts.remove("xl/sharedStrings.xml");
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels", (name, xml) -> xml.replaceAll("<Relationship Id=\"r[23]\"[^>]*>", ""));

        assertThat(ReadRows.cells(this::open, workbook(parts))).containsExactly(List.of("1"));
    }

    @Test
    void parts_are_found_under_names_of_other_programs() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        sheet("<row><c t=\"s\"><v>0</v></c></row>")
                .forEach((name, xml) -> parts.put(
                        name.replace("xl/worksheets/sheet1.xml", "xl/worksheets/data.xml"),
                        xml.replace("worksheets/sheet1.xml", "/xl/worksheets/data.xml")));

        assertThat(ReadRows.cells(this::open, workbook(parts))).containsExactly(List.of("first"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    42           | 0000000000   | 0000000042
                    42           | "C"000       | C042
                    42           | "E"000       | E042
                    9434765919   | 000 000 0000 | 943 476 5919
                    9434765901   | 000\\ 000\\ 0000 | 943 476 5901
                    10203        | 00-00-00     | 01-02-03
                    5901         | 000-000-0000 | 000-000-5901
                    12345        | "AB"000"/"000 | AB012/345
                    12345678     | "AB"000"/"000\\x | AB12345/678x
                    123          | ###\\-##0\\-00 | -1-23
                    12345        | (#) 0 00     | (12) 3 45
                    123456789012 | 0            | 123456789012
                    123456789012 | General      | 123456789012
                    123456789012 | 0.00000E+00  | 1.23457E+11
                    123456789012 | @            | 123456789012
                    1234.5       | [$£-809]#,##0.00;[Red]-0 | £1,234.50
                    12345678901234567 | 0       | 12345678901234567
                    12345678901234567 | General | 1.23457E+16
                    1234567890123450  | General | 1.23457E+15
                    999999999999999   | General | 999999999999999
                    7            | ;;;          | 7
                    7            | [Blue]000    | 007
                    0.125        | 0.0%         | 12.5%
                    """)
    void number_is_shown_by_its_format(String number, String format, String shown) throws IOException {
        Map<String, String> parts = sheet("<row><c s=\"6\"><v>" + number + "</v></c></row>");
        parts.computeIfPresent(
                "xl/styles.xml",
                (name, xml) -> xml.replace("General&quot; days&quot;", format.replace("\"", "&quot;")));

        assertThat(ReadRows.shown(this::open, workbook(parts))).containsExactly(shown);
    }

    @Test
    void strict_workbook_is_refused() throws IOException {
        Map<String, String> parts = sheet("<row><c><v>1</v></c></row>");
        parts.replaceAll((name, xml) -> xml.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships"));

        assertRefused(workbook(parts), "is a damaged workbook");
    }

    @Test
    void each_of_many_merged_ranges_counts_once() throws IOException {
        String rows = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(10_001);
        String ranges = "";
        for (int row = 2; row <= 10_000; row += 2) {
            ranges += "<mergeCell ref=\"A%d:A%d\"/>".formatted(row, row + 1);
        }
        String merged = ranges;
        Map<String, String> parts = sheet(rows);
        parts.computeIfPresent(SHEET, (name, xml) -> xml.replace("</sheetData>", "</sheetData>" + merged));

        try (ExtractFile extract = open(workbook(parts))) {
            ReadRows.of(extract, 0);
            assertThat(extract.findings())
                    .singleElement()
                    .extracting(Finding::rows)
                    .isEqualTo(10_000L);
        }
    }

    @Test
    void merged_ranges_fill_their_first_column_below_the_header() throws IOException {
        String rows = "<row><c t=\"inlineStr\"><is><t>&lt;mergeCell ref=\"A2:A9\"/></t></is></c></row>"
                + "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
                + "<row><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>"
                + "<row/><row><c r=\"B5\"><v>99</v></c><c r=\"C5\"><v>7</v></c></row>";
        Map<String, String> parts = sheet(rows);
        parts.computeIfPresent(
                SHEET,
                (name, xml) -> xml.replace(
                        "</sheetData>",
                        "</sheetData><x:mergeCells><x:mergeCell ref=\"A3:B5\"/><mergeCell ref=\"C2:C5\"/>"
                                + "<mergeCell ref=\"D3:D5\"/></x:mergeCells>"));
        try (ExtractFile extract = open(workbook(parts))) {
            assertThat(ReadRows.of(extract, 0))
                    .extracting(SourceRow::cells)
                    .containsExactly(
                            List.of("<mergeCell ref=\"A2:A9\"/>"),
                            List.of("1", "2", "3"),
                            List.of("4", "5", "6"),
                            List.of("4", "99", "7"));
            assertThat(extract.findings())
                    .containsExactly(Finding.ofFile(FindingKind.CELLS_MERGED, "placements.xlsx", 6, "A3:B5"));
        }
    }

    @Test
    void formula_without_a_value_is_refused() throws IOException {
        Path file = workbook(sheet("<row r=\"7\"><c r=\"B7\"><f>A1+1</f></c></row>"));

        assertRefused(file, "cell B7");
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
    void workbook_with_macros_is_read_and_reported() throws IOException {
        Map<String, String> parts = sheet("<row><c><v>1</v></c></row>");
        parts.put("xl/vbaProject.bin", "macro");

        try (ExtractFile extract = open(workbook(parts))) {
            assertThat(ReadRows.of(extract, 0)).hasSize(1);
            assertThat(extract.findings()).extracting(Finding::kind).containsExactly(FindingKind.MACROS_IGNORED);
        }
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
                    <row><c t="s"><v>999999999</v></c></row>                     | sheet S
                    <row><c t="s"><v>-1</v></c></row>                            | sheet S
                    <row><c><v>12x</v></c></row>                                 | sheet S
                    <row r="999999999999"><c><v>1</v></c></row>                  | sheet S
                    <row r="5"><c><v>1</v></c></row><row r="5"/>                 | sheet S
                    <row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>      | sheet S
                    <row><c r="ZZZZZZZ1"><v>1</v></c></row>                      | 2000 columns
                    <row><c><v>1</v></row>                                       | sheet S
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
        assertRefused(workbook(sheet("<a>".repeat(1000))), "sheet S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content.xml", "word/document.xml"})
    void zip_without_a_workbook_is_refused(String part) throws IOException {
        assertRefused(workbook(Map.of(part, "<x/>")), "is a damaged workbook");
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
            refused += ReadRows.outcome(this::open, workbook(damaged)).isEmpty() ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    private void assertRefused(Path file, String reason) throws IOException {
        assertThat(ReadRows.outcome(this::open, file)).contains(reason);
    }

    /** Returns the parts of a workbook with one sheet that contains the rows. */
    private static Map<String, String> sheet(String rows) {
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                """
                <Types xmlns="%1$scontent-types"><Default Extension="rels" ContentType="%2$s.relationships+xml"/>
                <Default Extension="xml" ContentType="%3$s.sheet.main+xml"/>
                <Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
                <Override PartName="/xl/styles.xml" ContentType="%3$s.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%3$s.sharedStrings+xml"/></Types>
                """
                        .formatted(
                                packages,
                                "application/vnd.openxmlformats-package",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml"));
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + packages
                        + "relationships\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                                .formatted(types));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + sheets
                        + "\" xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                                .formatted(types));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships xmlns=\"" + packages
                                + "relationships\"><Relationship Id=\"r1\" Type=\"%1$s/worksheet\""
                                + " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"%1$s/styles\""
                                + " Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"%1$s/sharedStrings\""
                                + " Target=\"sharedStrings.xml\"/></Relationships>")
                        .formatted(types));
        parts.put(
                "xl/styles.xml",
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>
                <numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
                <numFmt numFmtId="165" formatCode="[$£-809]#,##0.00;[Red]-0&quot;days&quot;"/>
                <numFmt numFmtId="166" formatCode="[h]:mm:ss"/>
                <numFmt numFmtId="167" formatCode="General&quot; days&quot;"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="165"/>
                <xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>
                """);
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + sheets + "\"><si><t>first</t></si><si><r><t>sec</t></r><r><t>ond</t></r></si></sst>");
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
