package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import org.apache.commons.io.FileUtils;

/**
 * A small council's month without a fault. It consists of the lake and packs of the month before, this month's extracts
 * and the results. All fault trials share it.
 */
final class ReferenceMonth {
    static final String BEFORE = "2026-09-30";
    static final String NOW = "2026-10-31";

    private static ReferenceMonth undisturbed;

    private final Path root;
    private final Undisturbed after;
    private Undisturbed backfilled;

    /**
     * The result of a command without a fault.
     *
     * @param home the folder of lake and packs after the command
     * @param millis the duration of the command
     */
    record Undisturbed(Path home, long millis) {}

    private ReferenceMonth(Path root) throws IOException, InterruptedException {
        this.root = root;
        Path all = root.resolve("all");
        SampleCouncil.of(60, 3).writeTo(all);
        for (String input : List.of("placements", "contracts", "brokering", "visits")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(all.resolve(input + ".csv")));
            // A row without a required value, for the quarantine.
            lines.add(lines.get(lines.size() - 1).replaceFirst("^[^,]*", ""));
            write(extracts(NOW).resolve(input + ".csv"), lines);
            // This month adds rows, but too few for last month to look like a loss.
            write(extracts(BEFORE).resolve(input + ".csv"), lines.subList(0, lines.size() - lines.size() / 20));
        }
        // This run is in this process, so that later recoveries in the same process are fast.
        CommandCall first = CommandCall.run(run(before(), BEFORE).toArray(String[]::new));
        assertThat(first.exitCode()).as(first.err()).isZero();
        after = timed("after", home -> run(home, NOW));
    }

    static synchronized ReferenceMonth undisturbed() throws IOException, InterruptedException {
        if (undisturbed == null) {
            Path target = Home.TARGET;
            Path root = Files.createTempDirectory(target.toAbsolutePath().normalize(), "faults");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(root.toFile())));
            undisturbed = new ReferenceMonth(root);
        }
        return undisturbed;
    }

    /** Returns the duration of this month's run in milliseconds. */
    long millis() {
        return after.millis();
    }

    Path extracts(String asAt) {
        return root.resolve("in-" + asAt);
    }

    /** Returns the folder of lake and packs before this month's run. */
    Path before() {
        return root.resolve("before");
    }

    /** Returns the folder of lake and packs after this month's run. */
    Path after() {
        return after.home();
    }

    /** Returns the result of a backfill after the month before; the first call runs it. */
    synchronized Undisturbed backfilled() throws IOException, InterruptedException {
        if (backfilled == null) {
            backfilled = timed("backfilled", ReferenceMonth::backfill);
        }
        return backfilled;
    }

    static List<String> backfill(Path home) {
        return List.of(
                "backfill",
                "--sample",
                "--lake",
                home.resolve("lake").toString(),
                "--packs",
                home.resolve("packs").toString(),
                "--from",
                "2026-08",
                "--to",
                "2026-09");
    }

    private List<String> run(Path home, String asAt) {
        return FaultTrial.arguments(home.resolve("lake"), home.resolve("packs"), extracts(asAt), asAt);
    }

    private interface Command {
        List<String> in(Path home);
    }

    private Undisturbed timed(String name, Command command) throws IOException, InterruptedException {
        Path home = root.resolve(name);
        FileUtils.copyDirectory(before().toFile(), home.toFile());
        long started = System.nanoTime();
        runToEnd(command.in(home));
        return new Undisturbed(home, (System.nanoTime() - started) / 1_000_000);
    }

    private static void runToEnd(List<String> arguments) throws IOException, InterruptedException {
        LaunchedProcess.Exit exit =
                LaunchedProcess.start(List.of(), Map.of(), arguments).await();
        assertThat(exit.code()).as(exit.output()).isZero();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
