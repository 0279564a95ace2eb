package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import marketshaping.model.problem.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the findings about the worksheets of an extract that are not read. */
class UnreadTablesTest {
    private static final String ROWS =
            row("person_id", "visit_date", "visit_type") + row("70001", "2025-01-14", "Review");

    @TempDir
    private Path folder;

    @Test
    void rows_of_unread_worksheets_are_counted() throws IOException {
        assertThat(
                        findings(
                                sheet("Visits", ROWS)
                                        + sheet(
                                                "Nursing",
                                                row("person", "seen on")
                                                        + row("70002", "14/01/2025")
                                                        + row("70003", ""))
                                        + sheet("Empty", "")
                                        + sheet("Lists", row("Review") + row("Visit"))
                                                .replace(
                                                        "</Worksheet>",
                                                        """
                                <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>""")))
                .extracting(finding -> finding.rows() + ": " + finding.sentence())
                .satisfiesExactly(
                        unread -> assertThat(unread)
                                .startsWith("3: MS-1803: visits.xml: the worksheet Nursing (3 rows) was not read. "),
                        hidden -> assertThat(hidden)
                                .startsWith("2: MS-1804: visits.xml: the worksheet Lists (2 rows) is hidden and"));
    }

    @Test
    void fault_in_an_unread_worksheet_does_not_stop_the_run() throws IOException {
        String fault = "<Row><Cell ss:Formula=\"=A1\"/></Row>";

        assertThat(findings(sheet("Visits", ROWS) + sheet("Sums", row("sum").repeat(60) + fault + row("sum"))))
                .singleElement()
                .extracting(Finding::detail)
                .isEqualTo("Sums (60 rows or more)");
    }

    @Test
    void large_unread_worksheet_is_counted_in_part() throws IOException {
        String rows = row("a", "b").repeat(40_000);

        // A worksheet of this format has at most 65,536 rows, a table of a web page has any number.
        String page = "<html><table>" + ROWS + "</table><table><caption>Log</caption>" + rows + rows + rows;
        assertThat(findings(page.replaceAll("</?Data[^>]*>", "")
                                .replace("Row>", "tr>")
                                .replace("Cell>", "td>") + "</table></html>"))
                .singleElement()
                .extracting(Finding::detail)
                .isEqualTo("Log (100,000 rows or more)");
    }

    private List<Finding> findings(String sheets) throws IOException {
        String text = sheets.startsWith("<html>")
                ? sheets
                : "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                        + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" + sheets + "</Workbook>";
        List<FileOfInput> files = ValidationOfFiles.of(folder, "visits").scan("visits.xml", text);
        assertThat(files).hasSize(1);
        return files.get(0).findings();
    }

    private static String sheet(String name, String rows) {
        return "<Worksheet ss:Name=\"" + name + "\"><Table>" + rows + "</Table></Worksheet>";
    }

    private static String row(String... cells) {
        String row = "";
        for (String cell : cells) {
            row += "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>";
        }
        return "<Row>" + row + "</Row>";
    }
}
