package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a command killed without a chance to tidy up leaves no trace after the next run. */
class KilledRunProof {
    private static final int MOMENTS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", 1);
    /**
     * The latest moment to kill a run, as a share of its usual time. The speed of runs varies, and a run must not end
     * before it is killed.
     */
    private static final double LATEST = 0.95;

    /** A backfill repeats the second half of a run twice, so it needs fewer moments. */
    private static final int RUNS_FOR_A_BACKFILL = 5;

    @TempDir
    private Path folder;

    static Stream<Double> moments() {
        return moments(MOMENTS);
    }

    static Stream<Double> momentsOfBackfill() {
        return moments(MOMENTS / RUNS_FOR_A_BACKFILL);
    }

    /** Divides the time of a run into equal parts and returns a random moment in each part, as a share of the time. */
    private static Stream<Double> moments(int parts) {
        Random random = new Random(SEED);
        return IntStream.range(0, parts).mapToObj(i -> (i + random.nextDouble()) / parts * LATEST);
    }

    @ParameterizedTest(name = "run killed at {0} of its time")
    @MethodSource("moments")
    void killed_run_leaves_no_trace_after_the_next_run(double moment) throws Exception {
        assertRecoversWhenKilled(
                FaultTrial.in(folder), moment, ReferenceMonth.undisturbed().millis());
    }

    @ParameterizedTest(name = "backfill killed at {0} of its time", allowZeroInvocations = true)
    @MethodSource("momentsOfBackfill")
    void killed_backfill_leaves_no_trace_after_the_next_backfill(double moment) throws Exception {
        assertRecoversWhenKilled(
                FaultTrial.ofBackfill(folder),
                moment,
                ReferenceMonth.undisturbed().backfilled().millis());
    }

    private static void assertRecoversWhenKilled(FaultTrial trial, double moment, long millis) throws Exception {
        boolean wasKilled = trial.start().killAfter(Math.round(moment * millis));
        assertThat(wasKilled || moment > LATEST / 2).as("killed while running").isTrue();
        List<Path> left = scratchFolders(trial.lake());
        trial.assertRecovers();
        assertThat(left).noneMatch(Files::exists);
    }

    /** Returns Spark's scratch folders; empty if the command was killed before it recorded them. */
    private static List<Path> scratchFolders(Path lake) throws IOException {
        Path record = lake.resolve(".unfinished");
        return Files.exists(record)
                ? Files.readString(record).lines().map(Path::of).toList()
                : List.of();
    }
}
