package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marketshaping.sample.SampleCouncil;
import org.apache.commons.io.FileUtils;

/**
 * A small council's month, as it goes when nothing happens: a lake and packs of the month before, this month's extracts,
 * and what becomes of them. Made once for all faults.
 */
final class Month {
    static final String BEFORE = "2026-09-30";
    static final String NOW = "2026-10-31";

    private static Month undisturbed;

    private final Path root;
    private final long millis;

    private Month(Path root) throws IOException, InterruptedException {
        this.root = root;
        Path all = root.resolve("all");
        SampleCouncil.of(60, 3).writeTo(all);
        for (String input : List.of("placements", "contracts", "brokering", "visits")) {
            List<String> lines = Files.readAllLines(all.resolve(input + ".csv"));
            write(extracts(NOW).resolve(input + ".csv"), lines);
            // What was added since then, but less than looks like a loss.
            write(extracts(BEFORE).resolve(input + ".csv"), lines.subList(0, lines.size() - lines.size() / 20));
        }
        run(root.resolve("before"), BEFORE);
        FileUtils.copyDirectory(before().toFile(), after().toFile());
        long started = System.nanoTime();
        run(after(), NOW);
        millis = (System.nanoTime() - started) / 1_000_000;
    }

    static synchronized Month undisturbed() throws IOException, InterruptedException {
        if (undisturbed == null) {
            Path target =
                    Path.of(System.getProperty("market-shaping.home", "..")).resolve("jobs/target");
            undisturbed =
                    new Month(Files.createTempDirectory(target.toAbsolutePath().normalize(), "faults"));
        }
        return undisturbed;
    }

    /** How long this month's run takes. */
    long millis() {
        return millis;
    }

    Path extracts(String asAt) {
        return root.resolve("in-" + asAt);
    }

    /** The lake and the packs before this month's run. */
    Path before() {
        return root.resolve("before");
    }

    /** The lake and the packs after it. */
    Path after() {
        return root.resolve("after");
    }

    private void run(Path home, String asAt) throws IOException, InterruptedException {
        Launched.Ended ended = Launched.start(
                        List.of(),
                        Map.of(),
                        Trial.arguments(home.resolve("lake"), home.resolve("packs"), extracts(asAt), asAt))
                .await();
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
