package marketshaping.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.DeltaLogReader;
import marketshaping.testkit.ExcelFiles;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares a run under spark-submit on a real cluster with a local run for the same council. The test needs the jar
 * from {@code mvn package} and takes minutes, so {@code mvn verify} leaves it out.
 *
 * <p>The test kills a worker as soon as the run logs the end of reading. {@code -Dcluster.killed-after=store,facts}
 * selects other stages.
 */
class ClusterProof {
    private static final String AS_AT = "2026-10-31";
    private static final Path LAUNCHER = Home.LAUNCHER.toAbsolutePath();
    private static final long TIMEOUT_MINUTES = 8;

    @TempDir
    private Path folder;

    /**
     * Returns the stages after which a worker is killed. At the end of reading, only the workers have the rows of the
     * extracts.
     */
    static Stream<String> stages() {
        return Stream.of(System.getProperty("cluster.killed-after", "read").split(","));
    }

    @ParameterizedTest(name = "after {0}")
    @MethodSource("stages")
    void killed_worker_does_not_change_tables_and_packs(String stage) throws Exception {
        writeExtracts();
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("cluster"), 2)) {
            Path log = folder.resolve("submitted.log");
            Process run = cluster.submit(log, arguments("submitted"));
            StandaloneCluster.await(run, log, Pattern.compile("\\b" + stage + ": [0-9.]+ s"));
            assertThat(cluster.kill(0)).as("killed executors").isPositive();
            assertThat(run.isAlive()).as("run is still active").isTrue();
            assertSucceeds(run, log);
        }

        Path log = folder.resolve("alone.log");
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(arguments("alone"));
        assertSucceeds(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
        assertThat(outputHashes("submitted")).isEqualTo(outputHashes("alone")).containsKey("lake/quarantine.xlsx");
        assertThat(tables("submitted")).isEqualTo(tables("alone"));
    }

    /**
     * Writes the extracts: text files, one input in two files with a row for the quarantine, and a workbook. The run
     * copies the workbook for the workers.
     */
    private void writeExtracts() throws IOException {
        Path all = folder.resolve("all");
        SampleCouncil.of(60, 3).writeTo(all);
        Path in = Files.createDirectory(folder.resolve("in"));
        for (String whole : List.of("contracts.csv", "brokering.csv", "visits.csv")) {
            Files.copy(all.resolve(whole), in.resolve(whole));
        }
        List<String> lines = Files.readAllLines(all.resolve("placements.csv"));
        Path parts = Files.createDirectory(in.resolve("placements"));
        int half = lines.size() / 2;
        Files.write(parts.resolve("a.csv"), lines.subList(0, half));
        List<String> rest = new ArrayList<>(lines.subList(half, lines.size()));
        rest.add(0, lines.get(0));
        rest.add("a placement without a person" + ",".repeat(lines.get(0).split(",").length - 1));
        Files.write(parts.resolve("b.csv"), rest);
        ExcelFiles.write(
                in.resolve("framework_lots.xlsx"),
                "Lots",
                Files.readAllLines(all.resolve("framework_lots.csv")).stream()
                        .map(line -> List.of(line.split(",", -1)))
                        .toList());
    }

    private List<String> arguments(String home) {
        return List.of(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                lake(home).toString(),
                "--packs",
                folder.resolve(home).resolve("packs").toString(),
                "--as-at",
                AS_AT);
    }

    private Path lake(String home) {
        return folder.resolve(home).resolve("lake");
    }

    private static void assertSucceeds(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The process did not end in time: " + Files.readString(log));
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Returns the hash of every file for users by path, except the manifest, which differs per run. */
    private Map<String, String> outputHashes(String home) throws IOException {
        Path root = folder.resolve(home);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> packs = Files.walk(root.resolve("packs").resolve(AS_AT));
                Stream<Path> lake = Files.list(lake(home))) {
            for (Path file :
                    Stream.concat(packs, lake).filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("manifest.json") && !file.endsWith(".lock")) {
                    files.put(
                            root.relativize(file).toString(),
                            Fingerprint.of(file).sha256());
                }
            }
        }
        return files;
    }

    /** Returns the rows of every table by name. */
    private Map<String, List<String>> tables(String home) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (DeltaLogReader table : DeltaLogReader.of(lake(home))) {
            tables.put(table.name(), table.rows());
        }
        return tables;
    }
}
