package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** Runs the selected benchmarks and updates the benchmark page. {@code jobs/bin/bench} starts it. */
public final class Bench {
    private static final List<String> TITLES =
            List.of(CouncilBenchmark.TITLE, WorkingListBenchmark.TITLE, RegionBenchmark.TITLE);

    private Bench() {}

    /**
     * Runs the selected benchmarks.
     *
     * @param args the checkout folder; small, list, large or all; the number of rounds; for large, the sizes
     */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]).toAbsolutePath().normalize();
        String which = args[1];
        int rounds = Integer.parseInt(args[2]);
        List<Integer> sizes =
                Arrays.stream(args).skip(3).map(Integer::valueOf).sorted().toList();
        BenchmarkPage report = new BenchmarkPage(home.resolve("jobs/BENCHMARKS.md"), TITLES);
        Path scratch = Files.createTempDirectory(home.resolve("jobs/market-shaping/target"), "bench");
        try {
            LauncherCommand launcher = new LauncherCommand(home, scratch);
            if (List.of("small", "all").contains(which)) {
                report.show(new CouncilBenchmark(launcher, scratch).measure(rounds));
            }
            if (List.of("list", "small", "all").contains(which)) {
                report.show(new WorkingListBenchmark(scratch).measure(rounds));
            }
            if (List.of("large", "all").contains(which)) {
                new RegionBenchmark(launcher, scratch).measure(rounds, sizes, report);
            }
        } finally {
            FileUtils.deleteDirectory(scratch.toFile());
        }
    }
}
