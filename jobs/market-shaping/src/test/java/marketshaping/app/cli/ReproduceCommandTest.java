package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.SmallCouncil;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests writing old packs again after the inputs have changed. */
class ReproduceCommandTest {
    private static final String VISITS = "person_id,visit_date,visit_type\nSECRETPERSON1,%s,Visit\n";

    private static final Set<String> RUN_SPECIFIC = Set.of("manifest.json", ".lock", ".unfinished");

    private static final Path BUILT_IN = Home.SETTINGS;

    @TempDir
    private static Path folder;

    private static Path first;

    @BeforeAll
    static void runOneMonthAndIngestTheNext() throws IOException {
        SmallCouncil.withoutDefects()
                .with("visits", VISITS.formatted("2024-02-01"))
                .write(folder.resolve("in"));
        succeeds("run", "--input", folder.resolve("in").toString(), "--as-at", "2025-06-30");
        SmallCouncil.withDefects()
                .with("visits", VISITS.formatted("2025-07-01"))
                .write(folder.resolve("in"));
        succeeds("ingest", "--input", folder.resolve("in").toString());
        first = folder.resolve("packs/2025-06-30");
    }

    @Test
    void reproduced_pack_is_identical_and_lake_is_unchanged() throws IOException {
        Map<String, String> lake = fingerprints(folder.resolve("lake"));
        // Delivery settings do not affect a pack's content, and a delivered pack is not delivered again.
        Path share = Files.createDirectory(folder.resolve("share"));
        Path settings = Files.writeString(
                folder.resolve("delivering.yaml"),
                Files.readString(BUILT_IN) + "deliver: {folder: {path: '%s', packs: [published]}}".formatted(share));
        CommandCall done = succeeds("reproduce", "--as-at", "2025-06-30", "--settings", settings.toString());
        assertThat(share).isEmptyDirectory();
        Path again = folder.resolve("packs/2025-06-30-reproduced");
        assertThat(done.out())
                .contains(again.resolve("working-list-2025-06-30.xlsx").toString());
        assertThat(fingerprints(again)).isEqualTo(fingerprints(first)).hasSizeGreaterThan(40);
        assertThat(fingerprints(folder.resolve("lake"))).isEqualTo(lake);
    }

    @Test
    void pack_that_cannot_be_reproduced_is_refused() throws IOException {
        assertThat(fails("reproduce", "--as-at", "2024-01-31"))
                .contains("There is no manifest at " + folder.resolve("packs/2024-01-31/manifest.json"));

        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"as");
        assertThat(fails("reproduce", "--manifest", broken.toString()))
                .contains("broken.json can't be read as the manifest of a pack");

        String manifest = Files.readString(first.resolve("manifest.json"));
        Path older = Files.writeString(
                folder.resolve("older.json"),
                manifest.replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.9\""));
        assertThat(fails("reproduce", "--manifest", older.toString()))
                .contains("older.json was written by market-shaping 0.0.9 (build ");

        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(BUILT_IN).replaceFirst("shrinkage-percent: 10", "shrinkage-percent: 11"));
        assertThat(fails("reproduce", "--as-at", "2025-06-30", "--settings", settings.toString()))
                .contains("was written with settings that differ from the current ones");
    }

    @Test
    void deleted_table_version_is_reported() throws IOException {
        Path cleared = folder.resolve("cleared");
        FileUtils.copyDirectory(folder.resolve("lake").toFile(), cleared.toFile());
        Path settings =
                Files.writeString(folder.resolve("forgetful.yaml"), Files.readString(BUILT_IN) + "history-months: 0\n");
        SmallCouncil.withoutDefects().write(folder.resolve("in-third"));
        CommandCall third = CommandCall.run(
                "ingest",
                "--sample",
                "--input",
                folder.resolve("in-third").toString(),
                "--lake",
                cleared.toString(),
                "--settings",
                settings.toString());
        assertThat(third.exitCode()).as(third.err()).isZero();
        Path into = folder.resolve("never");
        CommandCall done = CommandCall.run(
                "reproduce",
                "--sample",
                "--lake",
                cleared.toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-06-30",
                "--into",
                into.toString());
        assertThat(done.exitCode()).isBetween(1, 2);
        assertThat(done.err()).contains("does not contain version 0 of placements, which the pack needs");
        assertThat(into).doesNotExist();
    }

    @Test
    void files_that_differ_from_the_manifest_are_named() throws IOException {
        String manifest = Files.readString(first.resolve("manifest.json"));
        Path changed = Files.writeString(
                folder.resolve("changed.json"),
                manifest.replaceFirst("(internal/oob_stock.csv\",\\s*\"sha256\" : \")[0-9a-f]{4}", "$1" + "0000"));
        Path into = folder.resolve("elsewhere");
        assertThat(fails("reproduce", "--manifest", changed.toString(), "--into", into.toString()))
                .contains("The reproduced pack in " + into + " does not match the manifest. These files differ:"
                        + " internal/oob_stock.csv.");
        assertThat(fingerprints(into)).isEqualTo(fingerprints(first));
    }

    private static CommandCall succeeds(String command, String... more) {
        CommandCall done = command(command, more);
        assertThat(done.exitCode()).as(done.err()).isZero();
        return done;
    }

    private static String fails(String command, String... more) {
        CommandCall done = command(command, more);
        assertThat(done.exitCode()).as(done.err()).isBetween(1, 2);
        return done.err();
    }

    private static CommandCall command(String command, String... more) {
        List<String> args = new ArrayList<>(
                List.of(command, "--sample", "--lake", folder.resolve("lake").toString()));
        if (!command.equals("ingest")) {
            args.addAll(List.of("--packs", folder.resolve("packs").toString()));
        }
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }

    /** Returns the hash of every file by path, except files that differ per run or that a failed run left behind. */
    private static Map<String, String> fingerprints(Path root) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!RUN_SPECIFIC.contains(file.getFileName().toString())) {
                    fingerprints.put(
                            root.relativize(file).toString(),
                            Fingerprint.of(file).sha256());
                }
            }
        }
        return fingerprints;
    }
}
