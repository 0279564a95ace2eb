package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "placements.csv",
                "Placements.CSV",
                "PLACEMENTS.csv.gz",
                "placements.tsv",
                "placements.txt",
                "Placements.xlsx",
                "Placements.ODS",
                "placements.xls",
                "placements.json",
                "placements.xlsm",
                "placements.htm",
                "placements.html",
                "placements.xml",
                "placements.zip",
                "placements.csv.zip"
            })
    void file_name_is_matched_ignoring_case(String name) throws IOException {
        Path file = file(name);

        assertThat(inbox().files("placements")).containsExactly(file);
    }

    @Test
    void folder_files_are_listed_in_name_order() throws IOException {
        Path may = file("Payments/2026-05.csv");
        Path april = file("Payments/2026-04.csv.gz");
        Path june = file("Payments/2026-06.xlsx");

        assertThat(inbox().files("payments")).containsExactly(april, may, june);
    }

    @Test
    void hidden_and_lock_files_are_ignored() throws IOException {
        Path file = file("placements.xlsx");
        file("~$placements.xlsx");
        file(".placements.csv");
        file(".DS_Store");

        assertThat(inbox().files("placements")).containsExactly(file);
        assertThat(inbox().unused()).isEmpty();
    }

    @Test
    void input_supplied_twice_is_refused_with_both_names() throws IOException {
        file("placements.csv");
        file("Placements.xlsx");
        Path contracts = file("contracts.csv");

        Inbox inbox = inbox();

        assertThat(inbox.files("placements")).isEmpty();
        assertThat(inbox.refused().get("placements"))
                .hasMessageContaining("placements.csv")
                .hasMessageContaining("Placements.xlsx");
        assertThat(inbox.files("contracts")).containsExactly(contracts);
    }

    @Test
    void file_and_folder_of_one_input_are_refused() throws IOException {
        file("placements.csv");
        file("placements/april.csv");

        assertThat(inbox().refused()).containsOnlyKeys("placements");
    }

    @Test
    void extract_in_two_formats_in_a_folder_is_refused() throws IOException {
        file("payments/2026-04.csv");
        file("payments/2026-04.xlsx");

        assertThat(inbox().refused().get("payments"))
                .hasMessageContaining("2026-04.csv")
                .hasMessageContaining("2026-04.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"placements.xlsb", "placements.pdf"})
    void unsupported_file_kind_is_refused_by_name(String name) throws IOException {
        file(name);

        assertThat(inbox().refused().get("placements")).hasMessageContaining(name);
    }

    @Test
    void folder_named_like_a_file_is_refused() throws IOException {
        file("placements.csv/part-0.csv");

        assertThat(inbox().refused().get("placements"))
                .hasMessageContaining("placements.csv is a folder")
                .hasMessageContaining("Rename the folder to placements");
    }

    @Test
    void folder_without_a_table_is_refused() throws IOException {
        Path note = file("placements/read me.doc");

        Inbox inbox = inbox();

        assertThat(inbox.refused().get("placements")).hasMessageContaining("contains no file that can be read");
        assertThat(inbox.unused()).containsExactly(note);
    }

    @Test
    void files_of_no_input_are_listed_as_unused() throws IOException {
        file("placements.csv");
        Path other = file("placements april.csv");
        Path note = file("notes.docx");
        Path nested = Files.createDirectories(directory.resolve("payments/2025"));
        file("payments/2026.csv");

        assertThat(inbox().unused()).containsExactlyInAnyOrder(nested, note, other);
    }

    @Test
    void published_bank_holidays_file_is_found() throws IOException {
        Path file = file("bank_holidays.json");

        assertThat(inbox().files("bank_holidays")).containsExactly(file);
    }

    @Test
    void missing_directory_is_refused() {
        Path missing = directory.resolve("inbox");

        assertThatThrownBy(() -> Inbox.of(missing, List.of("placements")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(missing.toString());
    }

    private Inbox inbox() {
        return Inbox.of(directory, List.of("placements", "contracts", "payments", "bank_holidays"));
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "placement_id\n");
    }
}
