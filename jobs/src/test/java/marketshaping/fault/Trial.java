package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.source.Fingerprint;
import marketshaping.testkit.DeltaFolder;
import org.apache.commons.io.FileUtils;

/** A lake, packs and extracts of its own for one fault, as they are before this month's run. */
final class Trial {
    private final Month month;
    private final Path root;

    private Trial(Month month, Path root) {
        this.month = month;
        this.root = root;
    }

    static Trial in(Path root) throws IOException, InterruptedException {
        Trial trial = new Trial(Month.undisturbed(), root);
        FileUtils.copyDirectory(trial.month.before().toFile(), root.toFile());
        FileUtils.copyDirectory(
                trial.month.extracts(Month.NOW).toFile(), trial.extracts().toFile());
        return trial;
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

    /** Starts this month's run, as a process. */
    Launched start(String... before) throws IOException {
        return Launched.start(List.of(before), Map.of(), arguments());
    }

    List<String> arguments() {
        return arguments(lake(), packs(), extracts(), Month.NOW);
    }

    /** This month's run, with nothing in its way, after which all is as if nothing had ever been in its way. */
    void recovers() throws IOException, InterruptedException {
        Launched.Ended ended = start().await();
        assertThat(ended.code()).as(ended.said()).isZero();
        isWhole();
    }

    /** Tables, packs and manifest are what an undisturbed run leaves, and nothing else is left. */
    void isWhole() throws IOException {
        assertThat(fingerprints(packs())).isEqualTo(fingerprints(month.after().resolve("packs")));
        assertThat(manifest(packs())).isEqualTo(manifest(month.after().resolve("packs")));
        List<DeltaFolder> expected = DeltaFolder.of(month.after().resolve("lake"));
        assertThat(DeltaFolder.of(lake()).stream().map(DeltaFolder::name))
                .containsExactlyElementsOf(
                        expected.stream().map(DeltaFolder::name).toList());
        for (DeltaFolder table : expected) {
            assertThat(new DeltaFolder(lake().resolve(table.name())).rows())
                    .as(table.name())
                    .isEqualTo(table.rows());
        }
        try (Stream<Path> files = Files.walk(lake())) {
            assertThat(files.map(each -> lake().relativize(each).toString()))
                    .noneMatch(each -> each.startsWith(".staging") || each.endsWith(".new"));
        }
    }

    /** The packs of the month before are there to the byte, and none of this month's. */
    void keptLastGoodPacks() throws IOException {
        assertThat(fingerprints(packs())).isEqualTo(fingerprints(month.before().resolve("packs")));
    }

    /** By path, every file but the manifests, which know the run. */
    private static Map<String, String> fingerprints(Path root) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                boolean isManifest = file.endsWith("manifest.json");
                fingerprints.put(path, isManifest ? "" : Fingerprint.of(file).sha256());
            }
        }
        return fingerprints;
    }

    /** All that a manifest says of what went in and what came out; not which run it was, nor how long it took. */
    private static JsonNode manifest(Path packs) throws IOException {
        ObjectNode manifest = (ObjectNode) new JsonMapper()
                .readTree(packs.resolve(Month.NOW).resolve("manifest.json").toFile());
        return manifest.without(List.of("run", "started", "seconds", "tables"));
    }
}
