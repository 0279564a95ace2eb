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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that packs are written again if, and only if, something that they depend on has changed. */
class UpToDateCheckTest {
    private static final Path BUILT_IN = Home.SETTINGS;

    @TempDir
    private static Path afterFirstRun;

    @TempDir
    private Path folder;

    private Path packs;
    private String writer;

    @BeforeAll
    static void runOnce() throws IOException {
        SmallCouncil.withoutDefects().write(afterFirstRun.resolve("in"));
        run(afterFirstRun, "run");
    }

    @BeforeEach
    void copyLakeAndPacks() throws IOException {
        FileUtils.copyDirectory(afterFirstRun.toFile(), folder.toFile());
        packs = folder.resolve("packs/2025-06-30");
        writer = writer();
    }

    @Test
    void unchanged_packs_are_not_written_again() throws IOException {
        String manifest = Files.readString(packs.resolve("manifest.json"));
        CommandCall again = run("run");
        // The manifest contains the time of the run, so a new one would differ.
        assertThat(packs.resolve("manifest.json")).content().isEqualTo(manifest);
        assertThat(again.out()).contains(packs.resolve("working-list-2025-06-30.xlsx") + "\n");
        run("pack");
        assertThat(packs.resolve("manifest.json")).content().isEqualTo(manifest);
    }

    @Test
    void modified_pack_file_is_written_again() throws IOException {
        Path table = packs.resolve("published/oob_stock.csv");
        String before = Files.readString(table);
        Files.writeString(table, "x", StandardOpenOption.APPEND);
        run("run");
        assertThat(writer()).isNotEqualTo(writer);
        assertThat(table).hasContent(before);
    }

    @Test
    void other_settings_rewrite_the_packs() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(BUILT_IN).replaceFirst("(?m)^contact: .*$", "contact: The other team"));
        run("run", "--settings", settings.toString());
        assertThat(writer()).isNotEqualTo(writer);
        assertThat(Files.readString(packs.resolve("manifest.json"))).contains("The other team");
    }

    @Tag("proof")
    @Test
    void new_earlier_pack_rewrites_the_later_packs() throws IOException {
        run("backfill", "--from", "2025-05", "--to", "2025-05");
        run("run");
        assertThat(writer()).as("suppression depends on the earlier pack").isNotEqualTo(writer);
        writer = writer();
        run("run");
        assertThat(writer()).isEqualTo(writer);
    }

    @Tag("proof")
    @Test
    void other_lake_with_equal_versions_rewrites_the_packs() throws IOException {
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
