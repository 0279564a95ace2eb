package marketshaping.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import marketshaping.model.problem.Finding;
import marketshaping.output.workbook.WorkbookWriter;
import marketshaping.testkit.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the JSON report and the workbook of the check contain every finding. */
class CheckFindingsTest {

    @TempDir
    private Path folder;

    @Test
    void json_has_every_key_and_the_sentence_of_each_finding() throws Exception {
        Path file = folder.resolve("check.json");
        CheckReports.full().writeJson(file);
        JsonNode findings = new JsonMapper().readTree(file.toFile()).get("findings");
        assertThat(findings).hasSameSizeAs(CheckReports.full().findings());
        for (int i = 0; i < findings.size(); i++) {
            JsonNode json = findings.get(i);
            Finding finding = CheckReports.full().findings().get(i);
            assertThat(StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false))
                    .containsExactly("kind", "input", "file", "column", "rows", "of", "sentence");
            assertThat(json.get("kind").asText()).isEqualTo(finding.kind().id());
            assertThat(json.get("rows").asLong()).isEqualTo(finding.rows());
            assertThat(json.get("of").asLong()).isEqualTo(finding.of());
            assertThat(json.get("sentence").asText()).isEqualTo(finding.sentence());
        }
    }

    @Test
    void workbook_has_one_row_per_finding() throws Exception {
        Path file = folder.resolve("check.xlsx");
        new WorkbookWriter().write(CheckWorkbook.of(CheckReports.full(), "Council", LocalDate.of(2026, 10, 31)), file);
        WorkbookReader workbook = WorkbookReader.of(file);
        assertThat(workbook.sheets()).containsSubsequence("Files", "Findings", "Rules broken");
        assertThat(workbook.rows("Findings"))
                .contains(List.of(
                        "placements",
                        "placements.csv",
                        "cells-emptied",
                        "cost_frequency",
                        "61",
                        "4310",
                        CheckReports.full().findings().get(1).sentence()));
        CheckReports.full().findings().forEach(finding -> assertThat(workbook.rows("Findings"))
                .anySatisfy(row -> assertThat(row).contains(finding.sentence())));
    }
}
