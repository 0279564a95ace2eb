package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.DeltaLogReader;
import org.apache.commons.io.FileUtils;

/** A separate lake, packs and extracts for one fault, with the command to run and the expected result. */
final class FaultTrial {
    private static final String QUARANTINE = "quarantine.xlsx";

    private final Path root;
    private final List<String> arguments;
    private final Path undisturbed;

    private FaultTrial(Path root, List<String> arguments, Path undisturbed) throws IOException, InterruptedException {
        this.root = root;
        this.arguments = arguments;
        this.undisturbed = undisturbed;
        ReferenceMonth month = ReferenceMonth.undisturbed();
        FileUtils.copyDirectory(month.before().toFile(), root.toFile());
        FileUtils.copyDirectory(
                month.extracts(ReferenceMonth.NOW).toFile(), extracts().toFile());
    }

    /** Returns a trial of this month's run. */
    static FaultTrial in(Path root) throws IOException, InterruptedException {
        return new FaultTrial(
                root,
                arguments(root.resolve("lake"), root.resolve("packs"), root.resolve("in"), ReferenceMonth.NOW),
                ReferenceMonth.undisturbed().after());
    }

    /** Returns a trial of a backfill, which writes the packs of two months again from the lake. */
    static FaultTrial ofBackfill(Path root) throws IOException, InterruptedException {
        return new FaultTrial(
                root,
                ReferenceMonth.backfill(root),
                ReferenceMonth.undisturbed().backfilled().home());
    }

    Path lake() {
        return root.resolve("lake");
    }

    Path packs() {
        return root.resolve("packs");
    }

    Path extracts() {
        return root.resolve("in");
    }

    static List<String> arguments(Path lake, Path packs, Path extracts, String asAt) {
        return List.of(
                "run",
                "--sample",
                "--input",
                extracts.toString(),
                "--lake",
                lake.toString(),
                "--packs",
                packs.toString(),
                "--as-at",
                asAt);
    }

    /** Starts the command in a separate process. */
    LaunchedProcess start(String... before) throws IOException {
        return LaunchedProcess.start(List.of(before), Map.of(), arguments);
    }

    List<String> arguments() {
        return arguments;
    }

    /**
     * Runs the command again without the fault and checks that the fault left no trace. The command runs in this
     * process, which is fast because it has run the code before.
     */
    void assertRecovers() throws IOException {
        CommandCall again = CommandCall.run(arguments.toArray(String[]::new));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertWhole();
    }

    /**
     * Checks that tables, packs and manifests equal those of a command without a fault, and that no other files are
     * left.
     */
    void assertWhole() throws IOException {
        assertThat(contents(packs())).isEqualTo(contents(undisturbed.resolve("packs")));
        Path expected = undisturbed.resolve("lake");
        assertThat(names(lake())).as("entries in the lake").isEqualTo(names(expected));
        for (DeltaLogReader table : DeltaLogReader.of(expected)) {
            DeltaLogReader own = new DeltaLogReader(lake().resolve(table.name()));
            assertThat(own.rows()).as(table.name()).isEqualTo(table.rows());
            assertThat(own.unreferencedFiles()).as(table.name()).isEmpty();
        }
        if (Files.exists(expected.resolve(QUARANTINE))) {
            assertThat(Fingerprint.of(lake().resolve(QUARANTINE)))
                    .as(QUARANTINE)
                    .isEqualTo(Fingerprint.of(expected.resolve(QUARANTINE)));
        }
    }

    /** Checks that the packs of the month before are unchanged and that there are none of this month. */
    void assertKeepsLastPacks() throws IOException, InterruptedException {
        assertThat(contents(packs()))
                .isEqualTo(contents(ReferenceMonth.undisturbed().before().resolve("packs")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns the SHA-256 of every file by path. A manifest is represented by its entries that are the same for every
     * run.
     */
    private static Map<String, String> contents(Path packs) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(packs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        packs.relativize(file).toString(),
                        file.endsWith("manifest.json")
                                ? manifest(file)
                                : Fingerprint.of(file).sha256());
            }
        }
        return contents;
    }

    /** Returns the manifest without the entries that differ per run. */
    private static String manifest(Path file) throws IOException {
        ObjectNode manifest = (ObjectNode) new JsonMapper().readTree(file.toFile());
        return manifest.without(List.of("run", "started", "seconds", "tables", "writers"))
                .toString();
    }
}
