package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowValidatorTest {
    private static final String HEADER = "placement_id,person_id,setting,start_date,end_date,unit_cost\n";

    @TempDir
    private Path folder;

    @Test
    void emptied_cell_with_control_character_is_counted() throws IOException {
        InMemoryValidation.Result result = ValidationOfFiles.of(folder, "placements")
                .validate(HEADER + "L1,P1,Home care,2025-01-14,,T\u0001BC\nL2,P2,Home care,2025-01-14,,900\n");
        assertThat(result.rows()).allMatch(ValidatedRow::isAccepted);
        assertThat(result.outcomes().get(0).findings())
                .containsExactly(
                        new Finding(FindingKind.CELLS_EMPTIED, "placements", "file0.csv", "unit_cost", 1, 2, "A AA"));
    }

    @Test
    void examples_of_emptied_cells_are_masked_except_codes() throws IOException {
        InMemoryValidation.Result result = ValidationOfFiles.of(folder, "placements")
                .validate("placement_id,person_id,setting,start_date,end_date,placement_local_authority,"
                        + "primary_support_reason\n"
                        + "L1,P1,Home care,2025-01-14,Jane 07700 900123,Hackny,1940-05-01\n");
        assertThat(result.outcomes().get(0).findings())
                .extracting(finding -> finding.column() + ": " + finding.detail())
                .containsExactly(
                        "primary_support_reason: 9999-99-99",
                        "end_date: AAAA 99999 999999",
                        "placement_local_authority: Hackny");
    }

    @Test
    void month_first_date_is_reported_in_an_optional_column_too() throws IOException {
        InMemoryValidation.Result result = ValidationOfFiles.of(folder, "placements")
                .validate(HEADER + "L1,P1,Home care,2025-01-14,,\nL2,P2,Home care,2025-01-14,05/29/2026,\n");
        assertThat(result.outcomes().get(0).monthFirst()).isEqualTo(Map.of("end_date", 3L));
    }

    @Test
    void unknown_authority_and_open_end_are_empty_without_a_finding() throws IOException {
        InMemoryValidation.Result result = ValidationOfFiles.of(folder, "placements")
                .validate("placement_id,person_id,setting,start_date,end_date,placement_local_authority\n"
                        + "L1,P1,Home care,2025-01-14,31/12/9999,Not known\n"
                        + "L2,P2,Home care,2025-01-14,01/01/1900,N/K\n");
        assertThat(result.outcomes().get(0).accepted()).isEqualTo(2);
        assertThat(result.outcomes().get(0).filled())
                .containsEntry("end_date", 0L)
                .containsEntry("placement_local_authority", 0L)
                .containsEntry("start_date", 2L);
        assertThat(result.outcomes().get(0).findings()).isEmpty();
    }
}
