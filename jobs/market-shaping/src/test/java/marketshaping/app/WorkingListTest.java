package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.app.cli.WorkingListPassword;
import marketshaping.output.workbook.WorkbookPassword;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the action list, the published working list, as the command line writes it. */
class WorkingListTest {
    @TempDir
    private Path folder;

    @Test
    void working_list_shows_council_numbers_and_no_person() throws IOException {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        CommandCall done = CommandCall.run(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-10-31");
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path packs = folder.resolve("packs/2025-10-31");
        Path list = packs.resolve("working-list-2025-10-31.xlsx");
        assertThat(done.out()).contains(list.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(packs.resolve("manifest.json")))
                .contains(list.getFileName().toString());

        List<List<String>> rows = WorkbookReader.of(list).rows("Working list");
        int header = header(rows);
        assertThat(rows.get(header))
                .startsWith("reason", "setting", "need group", "placement id", "case id", "provider")
                .doesNotContain("person");
        assertThat(rows.subList(header + 1, rows.size()).stream()
                        .map(row -> row.get(0) + "/" + row.get(3) + row.get(4)))
                .containsExactly("Contract expired/L2", "Open in brokering past target/C3");
        assertThat(rows.get(header + 1)).contains("Supported living", "Mental health", "Birch Living", "900");
        assertThat(rows.get(header + 2)).endsWith("133", "7");
        try (Stream<Path> published = Files.list(packs.resolve("published"))) {
            assertThat(published).noneMatch(file -> file.toString().endsWith(".xlsx"));
        }
    }

    @Test
    void password_is_read_from_environment_and_validated() {
        String variable = "MARKET_SHAPING_WORKING_LIST_PASSWORD";
        assertThat(WorkingListPassword.fromEnvironment(Map.of())).isSameAs(WorkbookPassword.NONE);
        assertThat(WorkingListPassword.fromEnvironment(Map.of(variable, "correct horse")))
                .isNotSameAs(WorkbookPassword.NONE);
        assertThatThrownBy(() -> WorkingListPassword.fromEnvironment(Map.of(variable, "")))
                .hasMessageContaining(variable + " is set, but it is empty or longer than 255 characters");
        assertThatThrownBy(() -> WorkingListPassword.fromEnvironment(Map.of(variable, "x".repeat(256))))
                .hasMessageContaining("Set it to a password of 1 to 255 characters. Or unset it");
    }

    private static int header(List<List<String>> rows) {
        int header = 0;
        while (!rows.get(header).contains("placement id")) {
            header++;
        }
        return header;
    }
}
