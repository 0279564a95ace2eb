package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import marketshaping.feedback.CheckReports;
import org.junit.jupiter.api.Test;

/** Tests the findings in the text of the check. */
class CheckReportTextTest {

    @Test
    void findings_come_after_the_files_and_before_the_rules() {
        StringWriter text = new StringWriter();
        new CheckReportText(CheckReports.full(), new PrintWriter(text)).print();
        String words = text.toString().replaceAll("\\s+", " ");
        assertThat(words)
                .startsWith("These extracts can't be ingested as they are. Of 9,538 rows in 4 files, 9,387 would be"
                        + " accepted and 124 quarantined; 27 are not records.")
                .containsSubsequence(" Files ", " Findings ", "MS-1808: ", "MS-1816: ", "Rule violations");
        CheckReports.full().findings().forEach(finding -> assertThat(words).contains(finding.sentence()));
    }
}
