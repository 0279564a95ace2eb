package marketshaping.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.SmallCouncil;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are left as they are while nothing that they rest on changes, and are written again as soon as anything does. */
class UpToDateCheckTest {
    private static final Path BUILT_IN = Home.SETTINGS;

    @TempDir
    private static Path afterFirstRun;

    @TempDir
    private Path folder;

    private Path packs;
    private String writer;

    @BeforeAll
    static void theFirstRun() throws IOException {
        SmallCouncil.clean().write(afterFirstRun.resolve("in"));
        run(afterFirstRun, "run");
    }

    @BeforeEach
    void itsLakeAndPacks() throws IOException {
        FileUtils.copyDirectory(afterFirstRun.toFile(), folder.toFile());
        packs = folder.resolve("packs/2025-06-30");
        writer = writer();
    }

    @Test
    void should_stand_while_nothing_changes() throws IOException {
        String manifest = Files.readString(packs.resolve("manifest.json"));
        CommandCall again = run("run");
        // It knows the time, and would be another one if anything had been asked again.
        assertThat(packs.resolve("manifest.json")).content().isEqualTo(manifest);
        assertThat(again.out()).contains(packs.resolve("working-list-2025-06-30.xlsx") + "\n");
        run("pack");
        assertThat(packs.resolve("manifest.json")).content().isEqualTo(manifest);
    }

    @Test
    void should_be_written_again_where_one_was_touched() throws IOException {
        Path table = packs.resolve("published/oob_stock.csv");
        String before = Files.readString(table);
        Files.writeString(table, "x", StandardOpenOption.APPEND);
        run("run");
        assertThat(writer()).isNotEqualTo(writer);
        assertThat(table).hasContent(before);
    }

    @Test
    void should_be_written_again_by_other_settings() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(BUILT_IN).replaceFirst("(?m)^contact: .*$", "contact: The other team"));
        run("run", "--settings", settings.toString());
        assertThat(writer()).isNotEqualTo(writer);
        assertThat(Files.readString(packs.resolve("manifest.json"))).contains("The other team");
    }

    @Test
    void should_be_written_again_when_an_earlier_pack_was_written_since() throws IOException {
        run("backfill", "--from", "2025-05", "--to", "2025-05");
        run("run");
        assertThat(writer()).as("what is hidden depends on it").isNotEqualTo(writer);
        writer = writer();
        run("run");
        assertThat(writer()).isEqualTo(writer);
    }

    @Test
    void should_be_written_again_of_another_lake_whose_tables_have_the_same_versions() throws IOException {
        String price = Files.readString(packs.resolve("internal/price.csv"));
        FileUtils.deleteDirectory(folder.resolve("lake").toFile());
        Path placements = folder.resolve("in/placements.csv");
        Files.writeString(placements, Files.readString(placements).replace(",900,", ",901,"));
        run("run");
        assertThat(writer()).isNotEqualTo(writer);
        assertThat(packs.resolve("internal/price.csv")).content().isNotEqualTo(price);
    }

    private CommandCall run(String command, String... more) {
        return run(folder, command, more);
    }

    private static CommandCall run(Path folder, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-06-30"));
        args.addAll(List.of(more));
        CommandCall done = CommandCall.run(args.toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isZero();
        return done;
    }

    private String writer() throws IOException {
        return new JsonMapper()
                .readTree(packs.resolve("manifest.json").toFile())
                .path("run")
                .asText();
    }
}
