package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.ColumnNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderTest {
    private static final Contract PLACEMENTS = Inputs.named("placements");

    @TempDir
    private Path folder;

    @Test
    void header_is_the_row_that_names_most_columns() {
        Header header = find(
                        List.of("Placements", "Person ID"),
                        List.of("Setting", "Start date"),
                        List.of("Placement ID", "Person-ID", "SETTING", "start_date", "Worker"),
                        List.of("L1", "P1", "Setting", "2025-01-14"))
                .orElseThrow();
        assertThat(header.row()).isEqualTo(3);
        assertThat(header.positions())
                .containsEntry("placement_id", 0)
                .containsEntry("person_id", 1)
                .containsEntry("setting", 2)
                .containsEntry("start_date", 3)
                .hasSize(4);
        assertThat(header.unknown()).containsExactly("Worker");
        assertThat(header.missing(PLACEMENTS.requiredFields())).isEmpty();
    }

    @Test
    void row_with_two_columns_is_an_incomplete_header() {
        Header header =
                find(List.of("Placement ID", "Setting", "Client", "Began")).orElseThrow();
        assertThat(header.missing(PLACEMENTS.requiredFields())).containsExactly("person_id", "start_date");
    }

    @Test
    void row_with_one_column_is_no_header() {
        assertThat(find(List.of("Placement ID", "Client", "Began"))).isEmpty();
    }

    @Test
    void column_named_twice_is_reported() {
        assertThat(find(List.of("Placement ID", "Setting", "setting"))
                        .orElseThrow()
                        .twice())
                .containsExactly("setting");
    }

    @Test
    void closest_column_is_similar_and_unread() {
        Header header = find(List.of("Placement ID", "Setting", "Start Dte", "Persn identifier", "Remarks"))
                .orElseThrow();
        assertThat(header.closest("start_date")).contains("Start Dte");
        assertThat(header.closest("person_id")).contains("Persn identifier");
        assertThat(header.closest("unit_cost")).isEmpty();
        assertThat(header.closest("placement_id"))
                .as("a column that is read already")
                .isEmpty();
    }

    @Test
    void missing_columns_are_listed_with_the_closest_columns() {
        assertThatThrownBy(() -> ValidationOfFiles.of(folder, "placements")
                        .confirmingAbsent("placements.end_date")
                        .scan("placements.csv", "Report\nPlacement ID,Setting,Start Dte,Client\nL1,Home care,x,P1\n"))
                .hasMessageContaining("MS-1202: placements.csv, row 2: required columns are missing from the header:"
                        + " person_id, start_date (closest column: Start Dte). Columns recognised in it: placement_id,"
                        + " setting.");
    }

    @Test
    void file_without_recognised_columns_has_no_header() {
        assertThatThrownBy(() -> ValidationOfFiles.of(folder, "placements")
                        .scan("placements.csv", "Ref,Client,Began\nL1,P1,2025-01-14\n"))
                .hasMessageContaining("MS-1201: placements.csv: the first 50 rows contain no header row.");
    }

    @SafeVarargs
    private static Optional<Header> find(List<String>... rows) {
        List<SourceRow> head = new ArrayList<>();
        for (List<String> row : rows) {
            head.add(SourceRow.ofText(head.size() + 1, row));
        }
        return Header.find(PLACEMENTS, ColumnNames.CANONICAL, PLACEMENTS.requiredFields(), head);
    }
}
