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
 * A small council's month, as it goes when nothing happens: a lake and packs of the month before, this month's extracts,
 * and what becomes of them. Made once for all faults.
 */
final class ReferenceMonth {
    static final String BEFORE = "2026-09-30";
    static final String NOW = "2026-10-31";

    private static ReferenceMonth undisturbed;

    private final Path root;
    private final Undisturbed after;
    private Undisturbed backfilled;

    /** @param home the lake and the packs after a command @param millis how long it took */
    record Undisturbed(Path home, long millis) {}

    private ReferenceMonth(Path root) throws IOException, InterruptedException {
        this.root = root;
        Path all = root.resolve("all");
        SampleCouncil.of(60, 3).writeTo(all);
        for (String input : List.of("placements", "contracts", "brokering", "visits")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(all.resolve(input + ".csv")));
            // One without what it can't do without, for the quarantine.
            lines.add(lines.get(lines.size() - 1).replaceFirst("^[^,]*", ""));
            write(extracts(NOW).resolve(input + ".csv"), lines);
            // What was added since then, but less than looks like a loss.
            write(extracts(BEFORE).resolve(input + ".csv"), lines.subList(0, lines.size() - lines.size() / 20));
        }
        // Within this process, which is warm then for all that recovers later.
        CommandCall first = CommandCall.run(run(before(), BEFORE).toArray(String[]::new));
        assertThat(first.exitCode()).as(first.err()).isZero();
        if (!LaunchedProcess.isQuick()) {
            // The first run after a build leaves behind what makes all others start sooner, the one that is timed too.
            end(run(root.resolve("first"), BEFORE));
        }
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

    /** How long this month's run takes. */
    long millis() {
        return after.millis();
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
        return after.home();
    }

    /** What a backfill makes of the month before; done when it is first asked for. */
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
        end(command.in(home));
        return new Undisturbed(home, (System.nanoTime() - started) / 1_000_000);
    }

    private static void end(List<String> arguments) throws IOException, InterruptedException {
        LaunchedProcess.Ended ended =
                LaunchedProcess.start(List.of(), Map.of(), arguments).await();
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
