package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the reader of workbooks in the XML format of Excel 2003. */
class SpreadsheetXmlExtractTest extends SheetExtractCases {

    @Override
    ExtractFile open(Path file) throws IOException {
        return new SpreadsheetXmlExtract(file);
    }

    @Override
    int rowLimit() {
        return 65_536;
    }

    @Override
    Path sparse(int row) throws IOException {
        return sheet(
                "<Row>" + text("id") + text("name") + "</Row><Row ss:Index=\"" + row + "\">" + text("P1") + "</Row>");
    }

    @Override
    Path sample() throws IOException {
        String header = "";
        for (String name : List.of("id", "name", "start", "urgent", "check", "code", "note")) {
            header += text(name);
        }
        return write(
                """
                <Worksheet ss:Name="Page 1"><Table>
                <Column ss:StyleID="zeros"/><Column ss:Index="7" ss:Hidden="1"/><Column ss:Index="9" ss:Hidden="1"/>
                <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Placements, May</Data></Cell></Row>
                <Row ss:Index="3">%s</Row>
                <Row><Cell><Data ss:Type="Number">42</Data><Comment><ss:Data ss:Type="String">no</ss:Data></Comment></Cell>
                <Cell ss:MergeDown="2"><Data ss:Type="String">Oak</Data></Cell>
                <Cell><Data ss:Type="DateTime">2026-05-29T00:00:00.000</Data></Cell>
                <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Formula="=A99"><Data ss:Type="Error">#REF!</Data></Cell>
                <Cell ss:StyleID="letter"><Data ss:Type="Number">7</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>
                <Row ss:Hidden="1"><Cell><Data ss:Type="Number">43</Data></Cell>
                <Cell ss:Index="3"><Data ss:Type="DateTime">2026-05-30T08:30:00.000</Data></Cell>
                <Cell><Data ss:Type="Boolean">0</Data></Cell><Cell ss:Index="6" ss:StyleID="letter2"><Data ss:Type="Number">8</Data></Cell></Row>
                <Row><Cell><Data ss:Type="Number">44</Data></Cell>
                <Cell ss:Index="3"><Data ss:Type="DateTime">2026-05-31T00:00:00.000</Data></Cell></Row>
                <Row ss:Hidden="1"/>
                <Row><Cell ss:StyleID="plain"><Data ss:Type="Number">123456789012</Data></Cell>%s</Row>
                </Table></Worksheet>
                <Worksheet ss:Name="Lists"><Table><Row>%s</Row></Table>
                <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>
                </Worksheet>
                <Worksheet ss:Name="Page 2"><Table ss:StyleID="zeros"><Row>%s</Row><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet>
                """
                        .formatted(header, text("Elm"), text("secret"), text("id")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ss:Type="Number">519.88999999999999                        | 519.89
                    ss:Type="Number">1.2E3                                     | 1200
                    ss:Type="DateTime">1899-12-31T08:30:00.000                 | 08:30:00
                    ss:Type="DateTime">2026-05-28T23:59:59.997                 | 2026-05-28T23:59:59
                    ss:Type="DateTime">2026-05-28T08:29:59.9999                | 2026-05-28T08:30:00
                    ss:Type="DateTime">29 May                                  | 29 May
                    ss:Type="String">a &amp; b&#10;c                           | a & b c
                    ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>a</B><Font>b</Font> | ab
                    """)
    void cell_is_converted_to_text_as_typed(String data, String text) throws IOException {
        assertThat(ReadRows.cells(this::open, sheet("<Row><Cell><Data " + data + "</Data></Cell></Row>")))
                .containsExactly(List.of(text));
    }

    @Test
    void declared_encoding_is_used() throws IOException {
        Path file = sheet("<Row>" + text("Zoë £") + "</Row>");
        String xml = Files.readString(file).replace("?>", " encoding=\"windows-1252\"?>");
        Files.write(file, xml.getBytes(Charset.forName("windows-1252")));

        assertThat(ReadRows.cells(this::open, file)).containsExactly(List.of("Zoë £"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <Row><Cell ss:Index="2" ss:Formula="=A1"/></Row>                        | cell B1
                    <Row ss:Index="5"/><Row ss:Index="5"/>                                  | damaged workbook
                    <Row ss:Index="x"/>                                                     | damaged workbook
                    <Row><Cell><Data ss:Type="Number">1x</Data></Cell></Row>                | damaged workbook
                    <Row><Cell ss:Index="2001"><Data ss:Type="Number">1</Data></Cell></Row> | 2000 columns
                    <Row ss:Index="70000"><Cell><Data ss:Type="Number">1</Data></Cell></Row> | contains more than can be read
                    <Row><Cell><Data ss:Type="String">&nbsp;</Data></Cell></Row>            | damaged workbook
                    """)
    void malformed_sheet_is_refused(String rows, String reason) throws IOException {
        assertThat(ReadRows.outcome(this::open, sheet(rows))).contains(reason);
    }

    @Test
    void declared_entity_is_refused() throws IOException {
        Path file = sheet("<Row><Cell><Data ss:Type=\"String\">&x;</Data></Cell></Row>");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("<Workbook", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Workbook"));

        assertThat(ReadRows.outcome(this::open, file)).contains("document type or entity declaration");
    }

    private static String text(String text) {
        return "<Cell><Data ss:Type=\"String\">" + text + "</Data></Cell>";
    }

    private Path sheet(String rows) throws IOException {
        return write("<Worksheet ss:Name=\"S\"><Table>" + rows + "</Table></Worksheet>");
    }

    private Path write(String sheets) throws IOException {
        return Files.writeString(
                folder.resolve("placements.xml"),
                """
                <?xml version="1.0"?>
                <?mso-application progid="Excel.Sheet"?>
                <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
                <Styles><Style ss:ID="Default"/><Style ss:ID="plain"><NumberFormat/></Style>
                <Style ss:ID="zeros"><NumberFormat ss:Format="0000000000"/></Style>
                <Style ss:ID="letter"><NumberFormat ss:Format="&quot;C&quot;000"/></Style>
                <Style ss:ID="letter2" ss:Parent="letter"/></Styles>
                %s</Workbook>
                """
                        .formatted(sheets));
    }
}
