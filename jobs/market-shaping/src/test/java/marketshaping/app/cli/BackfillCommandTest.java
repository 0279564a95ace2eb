package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.Home;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests writing the packs of several months in one command, from the current lake. */
class BackfillCommandTest {
    private static final Path BUILT_IN = Home.SETTINGS;

    @TempDir
    private Path folder;

    @Test
    void backfill_writes_the_packs_of_every_month() throws IOException {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        assertThat(command("ingest", "--input", folder.resolve("in").toString()).exitCode())
                .isZero();
        // A backfill delivers nothing, because old packs are not news.
        Path share = Files.createDirectory(folder.resolve("share"));
        String delivering = "deliver: {folder: {path: '%s', packs: [commissioning-pack]}}".formatted(share);
        Path settings = Files.writeString(folder.resolve("settings.yaml"), Files.readString(BUILT_IN) + delivering);
        CommandCall done =
                command("backfill", "--settings", settings.toString(), "--from", "2025-03", "--to", "2025-04");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(share).isEmptyDirectory();
        assertThat(activePlacements("2025-03-31")).isEqualTo("2");
        assertThat(activePlacements("2025-04-30")).isEqualTo("1");
        assertThat(done.out())
                .contains("commissioning-pack-2025-03-31.xlsx", "working-list-2025-04-30.xlsx")
                .doesNotContain("2025-02-28", "2025-05-31");
    }

    @Test
    void months_in_the_wrong_order_are_refused() {
        CommandCall done = command("backfill", "--from", "2025-06", "--to", "2025-01");
        assertThat(done.exitCode()).isEqualTo(2);
        assertThat(done.err()).contains("--from 2025-06 is later than --to 2025-01");
    }

    private String activePlacements(String asAt) throws IOException {
        return CsvTable.read(folder.resolve("packs").resolve(asAt).resolve("internal"), "spend_commitment")
                .cell("placements", "setting=All", "need_group=All", "purchase_route=All");
    }

    private CommandCall command(String command, String... more) {
        String[] where = {
            command,
            "--sample",
            "--lake",
            folder.resolve("lake").toString(),
            "--packs",
            folder.resolve("packs").toString()
        };
        return CommandCall.run(java.util.stream.Stream.of(where, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new));
    }
}
