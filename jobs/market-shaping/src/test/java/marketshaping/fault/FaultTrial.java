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

/** A lake, packs and extracts of its own for one fault, as they are before a command, and what that should come to. */
final class FaultTrial {
    private static final String QUARANTINED = "quarantine.xlsx";

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

    /** This month's run. */
    static FaultTrial in(Path root) throws IOException, InterruptedException {
        return new FaultTrial(
                root,
                arguments(root.resolve("lake"), root.resolve("packs"), root.resolve("in"), ReferenceMonth.NOW),
                ReferenceMonth.undisturbed().after());
    }

    /** The packs of two months, made again from what the lake holds. */
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

    /** Starts the command, as a process. */
    LaunchedProcess start(String... before) throws IOException {
        return LaunchedProcess.start(List.of(before), Map.of(), arguments);
    }

    List<String> arguments() {
        return arguments;
    }

    /**
     * The command again, with nothing in its way, after which all is as if nothing had ever been in its way. Within this
     * process, which is warm by then.
     */
    void recovers() throws IOException {
        CommandCall again = CommandCall.run(arguments.toArray(String[]::new));
        assertThat(again.exitCode()).as(again.err()).isZero();
        isWhole();
    }

    /** Tables, packs and manifests are what an undisturbed command leaves, and nothing else is left. */
    void isWhole() throws IOException {
        assertThat(contents(packs())).isEqualTo(contents(undisturbed.resolve("packs")));
        Path expected = undisturbed.resolve("lake");
        assertThat(names(lake())).as("in the lake").isEqualTo(names(expected));
        for (DeltaLogReader table : DeltaLogReader.of(expected)) {
            DeltaLogReader own = new DeltaLogReader(lake().resolve(table.name()));
            assertThat(own.rows()).as(table.name()).isEqualTo(table.rows());
            assertThat(own.filesThatNoVersionNames()).as(table.name()).isEmpty();
        }
        if (Files.exists(expected.resolve(QUARANTINED))) {
            assertThat(Fingerprint.of(lake().resolve(QUARANTINED)))
                    .as(QUARANTINED)
                    .isEqualTo(Fingerprint.of(expected.resolve(QUARANTINED)));
        }
    }

    /** The packs of the month before are there as they were, and none of this month's. */
    void keptLastGoodPacks() throws IOException, InterruptedException {
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

    /** By path, the SHA-256 of every file, and of a manifest what it says of what went in and what came out. */
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

    /** Not which run it was, nor how long it took. */
    private static String manifest(Path file) throws IOException {
        ObjectNode manifest = (ObjectNode) new JsonMapper().readTree(file.toFile());
        return manifest.without(List.of("run", "started", "seconds", "tables", "writers"))
                .toString();
    }
}
