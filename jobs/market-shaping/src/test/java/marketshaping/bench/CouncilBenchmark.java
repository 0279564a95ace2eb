package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * One council's month: the whole run of the sample. It is compared with {@link SessionFloor}, with a Java command line
 * without speed options, and with a second run.
 */
final class CouncilBenchmark {
    static final String TITLE = "One council's month";

    private static final String FLOOR = "the floor";
    private static final String FIRST = "first run";
    private static final String SECOND = "second run";
    private static final String PLAIN = "first run, plain command line";

    private final LauncherCommand launcher;
    private final Path scratch;

    CouncilBenchmark(LauncherCommand launcher, Path scratch) {
        this.launcher = launcher;
        this.scratch = scratch;
    }

    BenchmarkSection measure(int rounds) throws IOException {
        // This run creates the class archive, which is part of the build and not of a run.
        twice(new RoundResults());
        RoundResults results = new RoundResults();
        for (int round = 0; round < rounds; round++) {
            // The order alternates, so that a gradual change in machine speed favours no contender.
            if (round % 2 == 0) {
                floor(results);
                twice(results);
                plain(results);
            } else {
                plain(results);
                twice(results);
                floor(results);
            }
        }
        return new BenchmarkSection(TITLE, rounds)
                .line(
                        """

                        The sample council: 4,000 people, 36 months and more, all inputs and all packs. The floor opens
                        the same session with the launcher's options, writes and reads one small Delta table and saves
                        one empty workbook. The first run starts without a lake; the second run repeats it, with nothing
                        new. The plain command line has only those of the launcher's options that Java requires. A run
                        before the first round is not counted: after a build it creates the class archive from which the
                        launcher starts.""")
                .ratios()
                .ratio("first run", FLOOR, results.ratio(FIRST, FLOOR, ProcessMeasurement::seconds), 2)
                .ratio("first run", "plain command line", results.ratio(FIRST, PLAIN, ProcessMeasurement::seconds), 0.5)
                .ratio("second run", "first run", results.ratio(SECOND, FIRST, ProcessMeasurement::seconds), 0.5)
                .contenders(results)
                .stages(results, Set.of(FIRST))
                .stages(results, Set.of(SECOND));
    }

    private void floor(RoundResults results) throws IOException {
        Path folder = scratch.resolve("floor");
        results.add(FLOOR, launcher.runFloor(folder, arguments()));
        FileUtils.deleteDirectory(folder.toFile());
    }

    private void twice(RoundResults results) throws IOException {
        results.add(FIRST, launcher.run(Map.of(), arguments()));
        results.add(SECOND, launcher.run(Map.of(), arguments()));
        clear();
    }

    private void plain(RoundResults results) throws IOException {
        results.add(PLAIN, launcher.runPlainly(arguments()));
        clear();
    }

    private List<String> arguments() {
        return List.of("run", "--sample", "--lake", lake().toString(), "--packs", packs().toString());
    }

    private void clear() throws IOException {
        FileUtils.deleteDirectory(lake().toFile());
        FileUtils.deleteDirectory(packs().toFile());
    }

    private Path lake() {
        return scratch.resolve("lake");
    }

    private Path packs() {
        return scratch.resolve("packs");
    }
}
