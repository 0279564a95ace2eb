package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the reader of ODS workbooks. */
class OdsExtractTest extends SheetExtractCases {
    private static final String ONE =
            "<table:table-cell office:value-type=\"string\"><text:p>1</text:p></table:table-cell>";

    @Override
    ExtractFile open(Path file) throws IOException {
        return new OdsExtract(file);
    }

    @Override
    int rowLimit() {
        return 1_048_576;
    }

    @Override
    Path sparse(int row) throws IOException {
        return write(OdsFile.sheet(row(cell("", "id") + cell("", "name"))
                + "<table:table-row table:number-rows-repeated=\"" + (row - 2) + "\"/>" + row(ONE)));
    }

    @Override
    Path sample() throws IOException {
        String header = "";
        for (String name : List.of("id", "name", "start", "urgent", "check", "code", "note")) {
            header += cell("", name);
        }
        String covered = "<table:covered-table-cell/>";
        String sheets =
                """
                <table:table table:name="Page 1">
                <table:table-column table:default-cell-style-name="zeros"/>
                <table:table-column table:number-columns-repeated="5" table:default-cell-style-name="Default"/>
                <table:table-column-group><table:table-column table:visibility="collapse"/></table:table-column-group>
                <table:table-row>%s</table:table-row><table:table-row/>
                """
                        .formatted(cell("table:number-columns-spanned=\"3\"", "Placements, May"));
        sheets += row(header);
        sheets += row(number(42, "")
                + cell("table:number-rows-spanned=\"3\"", "Oak")
                + date("2026-05-29")
                + truth("true")
                + cell("table:formula=\"of:=#REF!\" office:string-value=\"\" calcext:value-type=\"error\"", "#REF!")
                + number(7, "letter")
                + cell("", "x"));
        sheets += row(number(43, "") + covered + date("2026-05-30T08:30:00") + truth("false") + "<table:table-cell/>"
                        + number(8, "letter"))
                .replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
        sheets += row(number(44, "") + covered + date("2026-05-31"));
        sheets += "<table:table-row table:visibility=\"collapse\"/>";
        sheets += row(number(123_456_789_012L, "Default") + cell("", "Elm"));
        sheets += "<table:table-row table:number-rows-repeated=\"1048568\"/></table:table>";
        sheets += "<table:table table:name=\"Lists\" table:style-name=\"hidden\">" + row(cell("", "secret"))
                + "</table:table>";
        sheets += "<table:table table:name=\"Page 2\">" + row(cell("", "id")) + row(number(1, "zeros"))
                + "</table:table>";
        Map<String, String> parts = OdsFile.sheets(sheets);
        parts.put(
                "styles.xml",
                """
                <office:document-styles><office:styles><style:style style:name="Default" style:family="table-cell"/>
                <number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="10"/></number:number-style>
                <number:number-style style:name="N2"><number:text>C</number:text><number:number number:decimal-places="0" number:min-integer-digits="3"/></number:number-style>
                <style:style style:name="ids" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N1"/>
                <style:style style:name="zeros" style:family="table-cell" style:parent-style-name="ids"/>
                <style:style style:name="letter" style:family="table-cell" style:data-style-name="N2"/>
                </office:styles></office:document-styles>
                """);
        return write(parts);
    }

    private static String cell(String attributes, String text) {
        return "<table:table-cell office:value-type=\"string\" %s><text:p>%s</text:p></table:table-cell>"
                .formatted(attributes, text);
    }

    private static String number(long number, String style) {
        String attribute = style.isEmpty() ? "" : "table:style-name=\"" + style + "\"";
        return "<table:table-cell office:value-type=\"float\" office:value=\"%d\" %s/>".formatted(number, attribute);
    }

    private static String date(String value) {
        return "<table:table-cell office:value-type=\"date\" office:date-value=\"%s\"/>".formatted(value);
    }

    private static String truth(String value) {
        return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"%s\"/>".formatted(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    number     | <number:number number:min-integer-digits="1"/> | 123456789012 | 123456789012
                    number     | <number:number number:decimal-places="0" number:min-integer-digits="12"/> | 42 | 000000000042
                    number     | <number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/> | 1234.5 | 1,234.50
                    number     | <number:number number:decimal-places="0" number:min-integer-digits="6"><number:embedded-text number:position="2">-</number:embedded-text><number:embedded-text number:position="4">-</number:embedded-text></number:number> | 10203 | 01-02-03
                    number     | <number:text>N </number:text><number:number number:decimal-places="0" number:min-integer-digits="10"><number:embedded-text number:position="7"> </number:embedded-text><number:embedded-text number:position="4"> </number:embedded-text></number:number> | 9434765919 | N 943 476 5919
                    number     | <number:number number:decimal-places="0" number:min-integer-digits="1"><number:embedded-text number:position="3">/</number:embedded-text><number:embedded-text number:position="6">/</number:embedded-text></number:number> | 1234567 | 1/234/567
                    number     | <number:scientific-number number:decimal-places="5" number:min-integer-digits="1" number:min-exponent-digits="2"/> | 123456789012 | 1.23457E+11
                    percentage | <number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text> | 0.125 | 12.5%
                    currency   | <number:currency-symbol>£</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/> | 5 | £5.00
                    """)
    void number_is_shown_by_its_style(String kind, String style, String number, String shown) throws IOException {
        Map<String, String> parts = OdsFile.sheet(
                row("<table:table-cell table:style-name=\"x\" office:value-type=\"float\" office:value=\"%s\"/>"
                        .formatted(number)));
        parts.computeIfPresent(
                OdsFile.CONTENT,
                (name, xml) -> xml.replace(
                        "<office:automatic-styles>",
                        ("<office:automatic-styles><number:%1$s-style style:name=\"N\">%2$s</number:%1$s-style>"
                                        + "<style:style style:name=\"x\" style:family=\"table-cell\""
                                        + " style:data-style-name=\"N\"/>")
                                .formatted(kind, style)));

        assertThat(ReadRows.shown(this::open, write(parts))).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    office:value-type="float" office:value="519.88999999999999"          | <text:p>519.9</text:p>  | 519.89
                    office:value-type="float" office:value="1.2E3"                       | <text:p>1,200</text:p>  | 1200
                    office:value-type="float" office:value="12345678901234567"           |                         | 12345678901234567
                    office:value-type="percentage" office:value="0.125"                  | <text:p>12.5%</text:p>  | 0.125
                    office:value-type="currency" office:value="-1234.5" office:currency="GBP" | <text:p>£</text:p> | -1234.5
                    office:value-type="date" office:date-value="2026-05-29"              | <text:p>29/05/26</text:p> | 2026-05-29
                    office:value-type="date" office:date-value="2026-05-29T00:00:00"     |                         | 2026-05-29
                    office:value-type="date" office:date-value="2026-05-29T08:29:59.999999999" |                   | 2026-05-29T08:30:00
                    office:value-type="date" office:date-value="2026-05-28T23:59:59.997" |                         | 2026-05-28T23:59:59
                    office:value-type="time" office:time-value="PT23H59M59.997S"         |                         | 23:59:59
                    office:value-type="date" office:date-value="29 May"                  |                         | 29 May
                    office:value-type="time" office:time-value="PT08H30M00S"             |                         | 08:30:00
                    office:value-type="time" office:time-value="PT36H00M00S"             |                         | 1.5
                    office:value-type="boolean" office:boolean-value="true"              | <text:p>WAHR</text:p>   | TRUE
                    office:value-type="boolean" office:boolean-value="false"             |                         | FALSE
                    office:value-type="string" office:string-value="said"                | <text:p>shown</text:p>  | said
                    office:value-type="string" office:string-value="" calcext:value-type="error" | <text:p>#DIV/0!</text:p> | #DIV/0!
                    table:formula="of:=1+1" office:value-type="float" office:value="2"   | <text:p>2</text:p>      | 2
                    office:value-type="string" | <text:p>a &amp; b &lt;c&gt; &#xe9;&#233;</text:p>                 | a & b <c> éé
                    office:value-type="string" | <text:p><text:span>a</text:span><text:a>b</text:a>c</text:p>      | abc
                    office:value-type="string" | <text:p><text:span>a<text:span>b</text:span></text:span>c</text:p> | abc
                    table:formula="of:=&quot;&quot;"                                      | <text:p/><text:p>b</text:p>                       | b
                    office:value-type="string" | <text:p>two</text:p><text:p>lines</text:p>                        | two lines
                    office:value-type="string" | <text:p>two<text:line-break/>lines</text:p>                       | two lines
                    office:value-type="string" | <text:p>a<text:s/>b<text:s text:c="3"/>c</text:p>                 | a b   c
                    office:value-type="string" | <text:p>a  b</text:p>                                             | a  b
                    office:value-type="float" office:value="1"                           | <text:p>TRUE</text:p>   | TRUE
                    office:value-type="date" office:date-value="1899-12-30T08:30:00"     |                         | 08:30:00
                    office:value-type="date" office:date-value="1899-12-30"              |                         | 0
                    office:value-type="string" | <text:p><![CDATA[<a&b>]]></text:p>                                | <a&b>
                    office:value-type="string" | <text:p>a<!-- not > said -->b<?nor this?></text:p>                | ab
                    office:value-type="string" | <office:annotation><text:p>no</text:p></office:annotation><text:p>a</text:p> | a
                    office:value-type="string" | <text:p>a<text:note><text:p>no</text:p></text:note></text:p>      | a
                    office:value-type="string" | <draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame><text:p>a</text:p> | a
                    """)
    void cell_is_converted_to_text_as_typed(String attributes, String inner, String text) throws IOException {
        String cell = "<table:table-cell %s>%s</table:table-cell>".formatted(attributes, inner == null ? "" : inner);

        assertThat(ReadRows.cells(this::open, write(OdsFile.sheet(row(cell))))).containsExactly(List.of(text));
    }

    @Test
    void line_end_in_the_xml_becomes_a_space() throws IOException {
        String cell = "<table:table-cell><text:p>\n  Oak\r\n   Home\n</text:p></table:table-cell>";

        assertThat(ReadRows.cells(this::open, write(OdsFile.sheet(row(cell))))).containsExactly(List.of("Oak Home"));
    }

    @Test
    void tab_within_a_text_is_kept() throws IOException {
        String cell = "<table:table-cell><text:p>a<text:tab/>b</text:p></table:table-cell>";

        assertThat(ReadRows.cells(this::open, write(OdsFile.sheet(row(cell))))).containsExactly(List.of("a\tb"));
    }

    @Test
    void repeated_rows_and_columns_keep_sheet_positions() throws IOException {
        List<List<String>> rows = rows(
                """
                <table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>
                <table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"/>%1$s\
                <table:table-cell table:number-columns-repeated="16381"/></table:table-row></table:table-header-rows>
                <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                <table:table-row-group><table:table-row-group>
                <table:table-row table:visibility="collapse"><table:table-cell/><table:covered-table-cell/>%1$s</table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row>
                </table:table-row-group></table:table-row-group>
                <table:table-row table:number-rows-repeated="16000000"><table:table-cell/></table:table-row>
                """
                        .formatted(ONE));

        List<String> one = List.of("", "", "1");
        List<String> blank = List.of("");
        List<String> repeated = List.of("x", "x", "x");
        assertThat(rows).containsExactly(one, blank, blank, blank, one, repeated, repeated);
    }

    @Test
    void workbook_without_a_visible_sheet_is_refused() throws IOException {
        assertRefused(
                write(OdsFile.sheets("<table:table table:name=\"S\" table:style-name=\"hidden\"/>")), "content.xml");
    }

    @Test
    void formula_without_a_value_is_refused() throws IOException {
        assertRefused(
                write(OdsFile.sheet("<table:table-row table:number-rows-repeated=\"6\"/><table:table-row>"
                        + "<table:table-cell table:number-columns-repeated=\"27\"/>"
                        + "<table:table-cell table:formula=\"of:=[.A1]+1\"/></table:table-row>")),
                "sheet S, cell AB7");
    }

    @Test
    void password_protected_workbook_is_refused() throws IOException {
        Map<String, String> parts = OdsFile.sheet("");
        parts.put("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>");
        assertRefused(write(parts), "protected with a password");

        parts.remove(OdsFile.CONTENT);
        parts.put("encrypted-package", "...");
        assertRefused(write(parts), "protected with a password");
    }

    @Test
    void workbook_with_macros_is_refused() throws IOException {
        Map<String, String> parts = OdsFile.sheet("");
        parts.put("Basic/Standard/Module1.xml", "<module/>");

        assertRefused(write(parts), "macros");
    }

    @Test
    void declared_entity_is_refused() throws IOException {
        Map<String, String> parts = OdsFile.sheet(
                "<table:table-row><table:table-cell><text:p>&x;</text:p></table:table-cell></table:table-row>");
        parts.computeIfPresent(
                OdsFile.CONTENT,
                (name, xml) -> xml.replace("?>", "?><!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"));

        assertRefused(write(parts), "contains a document type or entity declaration");
    }

    @Test
    void sheet_above_a_limit_is_refused() throws IOException {
        String wide = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
        String text = "<table:table-cell><text:p>" + "lorem ".repeat(50) + "</text:p></table:table-cell>";

        assertRefused(write(OdsFile.sheet("<table:table-row>" + wide + "</table:table-row>")), "2000 columns");
        assertRefused(
                write(OdsFile.sheet(
                        "<table:table-row table:number-rows-repeated=\"1048577\">" + ONE + "</table:table-row>")),
                "contains more than can be read from a workbook");
        assertRefused(
                write(OdsFile.sheet(
                        "<table:table-row table:number-rows-repeated=\"1000000\">" + text + "</table:table-row>")),
                "zip bomb");
        assertRefused(
                write(
                        OdsFile.sheet(
                                row(
                                                "<table:table-cell><text:p><text:s text:c=\"999999999\"/></text:p></table:table-cell>")
                                        + row(
                                                "<table:table-cell><text:p>x<text:s text:c=\"200000\"/><text:s text:c=\"200000\"/></text:p></table:table-cell>"))),
                "contains more than can be read from a workbook");
        assertRefused(write(OdsFile.sheet("<table:table-row/>".repeat(5_000_000))), "zip bomb");
        assertRefused(write(OdsFile.sheet("<table:table-row>".repeat(100))), "content.xml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <table:table-row table:number-rows-repeated="x"/>                                    | sheet S
                    <table:table-row><table:table-cell table:number-columns-repeated="-1"/></table:table-row> | content.xml
                    <table:table-row><table:table-cell office:value-type="float" office:value="1x"/></table:table-row> | sheet S
                    <table:table-row><table:table-cell></table:table-row>                                | content.xml
                    <table:table-row><table:table-cell a=1/></table:table-row>                           | content.xml
                    <table:table-row><table:table-cell><text:p>&nbsp;</text:p></table:table-cell></table:table-row> | content.xml
                    """)
    void malformed_sheet_is_refused(String rows, String reason) throws IOException {
        assertRefused(write(OdsFile.sheet(rows)), reason);
    }

    @Test
    void other_content_with_an_ods_name_is_refused() throws IOException {
        Map<String, String> letter = OdsFile.sheet("");
        letter.replaceAll((name, part) -> part.replace("office:spreadsheet", "office:text"));
        assertRefused(write(letter), "without a spreadsheet");

        assertRefused(write(Map.of("placements.csv", "id\n1\n")), "a zip without a workbook");
    }

    @Test
    void long_and_mostly_empty_sheet_is_read() throws IOException {
        Random random = new Random(17);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("<table:table-row><table:table-cell table:number-columns-repeated=\"60\"/>");
            for (int j = 0; j < 10; j++) {
                rows.append(ONE.replace(">1<", ">" + random.nextInt() + "<"));
            }
            rows.append("<table:table-cell table:number-columns-repeated=\"16314\"/></table:table-row>");
        }

        assertThat(rows(rows.toString())).hasSize(20_000).allMatch(row -> row.size() == 70);
    }

    @Test
    void damaged_xml_is_refused_with_a_message() throws IOException {
        String whole = OdsFile.sheet(
                        row(
                                "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-29\"/><table:table-cell table:number-columns-repeated=\"3\"><text:p>a&amp;b<text:s text:c=\"2\"/></text:p></table:table-cell>"))
                .get(OdsFile.CONTENT);
        List<String> put =
                List.of("", "<", ">", "\"", "&", "9", "\u0000", "</x>", "<v>", "é", "-", "<![CDATA[", "<!--");
        Random random = new Random(13);
        int refused = 0;
        for (int i = 0; i < 1_500; i++) {
            int at = random.nextInt(whole.length());
            String damaged = whole.substring(0, at)
                    + put.get(random.nextInt(put.size()))
                    + whole.substring(at + random.nextInt(Math.min(40, whole.length() - at)));
            refused += ReadRows.outcome(this::open, write(Map.of(OdsFile.CONTENT, damaged)))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(refused).isPositive();
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private List<List<String>> rows(String rows) throws IOException {
        return ReadRows.cells(this::open, write(OdsFile.sheet(rows)));
    }

    private Path write(Map<String, String> parts) throws IOException {
        return OdsFile.write(folder.resolve("placements.ods"), parts);
    }

    private void assertRefused(Path file, String reason) throws IOException {
        assertThat(ReadRows.outcome(this::open, file)).contains(reason);
    }
}
