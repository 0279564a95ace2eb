package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsentColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void missing_end_date_is_refused_without_any_similar_column() {
        assertThatThrownBy(() -> placements("provider_name", "Alder", "Birch"))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(
                        "MS-1311: placements.csv: the column end_date of placements is missing or has no value.")
                .hasMessageContaining("--absent placements.end_date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service End Date", "Ceased", "Date left", "Terminated on", "Until", "Actual Finish"})
    void column_named_like_an_end_is_listed(String name) {
        assertThatThrownBy(() -> placements(name, "30/09/2024", ""))
                .hasMessageContaining("Columns that may contain it: %s.".formatted(name));
    }

    @Test
    void column_without_values_is_listed_by_its_name() {
        assertThatThrownBy(() -> placements("Finish", "", ""))
                .hasMessageContaining("Columns that may contain it: Finish.");
    }

    @Test
    void column_of_later_dates_is_listed_whatever_its_name() {
        assertThatThrownBy(() -> placements("Datum 2", "30/09/2024", "2024-10-01"))
                .hasMessageContaining("Columns that may contain it: Datum 2.");
    }

    @ParameterizedTest
    @CsvSource({"Received,01/02/2020,02/02/2020", "Weekend rate,12.50,13.00", "Remark,Ended in May,Died"})
    void other_columns_are_not_listed(String name, String first, String second) {
        assertThatThrownBy(() -> placements(name, first, second))
                .hasMessageContaining("MS-1311")
                .message()
                .doesNotContain(name);
    }

    @Test
    void empty_column_next_to_one_that_resembles_it_is_missing() {
        String text = "placement_id,person_id,setting,start_date,end_date,%s%n"
                + "P1,9001,Home care,2024-05-01,,%s%nP2,9002,Home care,2024-05-02,,%n";
        ValidationOfFiles files = ValidationOfFiles.of(folder, "placements");
        assertThatThrownBy(() -> files.scan("placements.csv", text.formatted("Actual End Date", "30/09/2024")))
                .hasMessageContaining("Columns that may contain it: Actual End Date.");
        assertThatCode(() -> files.scan("placements.csv", text.formatted("Worker", "Team 3")))
                .doesNotThrowAnyException();
    }

    @Test
    void confirmed_column_is_a_finding() throws IOException {
        FileOfInput file = ValidationOfFiles.of(folder, "placements")
                .confirmingAbsent("placements.end_date")
                .scan("placements.csv", text("Ceased", "30/09/2024", ""))
                .get(0);
        assertThat(file.findings())
                .containsExactly(
                        new Finding(FindingKind.COLUMNS_UNREAD, "placements", "placements.csv", "", 1, 0, "Ceased"),
                        new Finding(FindingKind.COLUMN_ABSENT, "placements", "placements.csv", "end_date", 1, 0, ""));
    }

    @Test
    void confirmation_of_another_input_does_not_count() {
        assertThatThrownBy(() -> ValidationOfFiles.of(folder, "placements")
                        .confirmingAbsent("contracts.end_date")
                        .scan("placements.csv", text("Ceased", "30/09/2024", "")))
                .hasMessageContaining("MS-1311");
    }

    @Test
    void other_column_may_be_missing_unless_one_resembles_it() throws IOException {
        String contracts = "contract_id,purchase_route,provider_id,start_date,%s%nK1,Spot,S1,2024-01-01,%s%n";
        ValidationOfFiles files = ValidationOfFiles.of(folder, "contracts");
        assertThat(files.scan("contracts.csv", contracts.formatted("provider_name", "Alder")))
                .hasSize(1);
        assertThat(files.scan("contracts.csv", contracts.formatted("Signed", "2023-12-01")))
                .hasSize(1);
        assertThatThrownBy(() -> files.scan("contracts.csv", contracts.formatted("Expiry", "2025-12-31")))
                .hasMessageContaining(
                        "the column end_date of contracts is missing or has no value. Columns that may contain it: Expiry.");
    }

    @Test
    void frequency_under_another_name_is_listed() {
        String placements = "placement_id,person_id,setting,start_date,end_date,unit_cost,%s%n"
                + "L1,P1,Home care,2024-01-01,,20,%s%n";
        ValidationOfFiles files = ValidationOfFiles.of(folder, "placements");
        assertThatThrownBy(() -> files.scan("placements.csv", placements.formatted("Cost Basis", "Hourly")))
                .hasMessageContaining(
                        "the column cost_frequency of placements is missing or has no value. Columns that may contain it:"
                                + " Cost Basis.");
        assertThatThrownBy(() -> files.scan("placements.csv", placements.formatted("Column1", "Weekly")))
                .as("by its content")
                .hasMessageContaining("Columns that may contain it: Column1.");
    }

    private void placements(String column, String first, String second) throws IOException {
        ValidationOfFiles.of(folder, "placements").scan("placements.csv", text(column, first, second));
    }

    private static String text(String column, String first, String second) {
        return """
               placement_id,person_id,setting,start_date,%s
               L1,P1,Home care,14/05/2024,%s
               L2,P2,Home care,15/05/2024,%s
               """
                .formatted(column, first, second);
    }
}
