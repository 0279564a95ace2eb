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

/** A command is killed, without a chance to tidy up, at a moment of its time; the next ends as if it had never been. */
class KilledRunProof {
    private static final int MOMENTS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", 1);
    /** Slower on one day than on another, a run must not be over before it is killed. */
    private static final double LATEST = 0.95;

    /** A backfill is like the second half of a run, twice over. */
    private static final int RUNS_FOR_A_BACKFILL = 5;

    @TempDir
    private Path folder;

    static Stream<Double> moments() {
        return moments(MOMENTS);
    }

    static Stream<Double> momentsOfBackfill() {
        return moments(MOMENTS / RUNS_FOR_A_BACKFILL);
    }

    /** One at random in each of so many equal parts of the time. */
    private static Stream<Double> moments(int parts) {
        Random random = new Random(SEED);
        return IntStream.range(0, parts).mapToObj(i -> (i + random.nextDouble()) / parts * LATEST);
    }

    @ParameterizedTest(name = "run, at {0} of its time")
    @MethodSource("moments")
    void should_end_in_the_same_tables_and_packs(double moment) throws Exception {
        killedAndRecovers(
                FaultTrial.in(folder), moment, ReferenceMonth.undisturbed().millis());
    }

    @ParameterizedTest(name = "backfill, at {0} of its time", allowZeroInvocations = true)
    @MethodSource("momentsOfBackfill")
    void should_end_in_the_same_packs_when_a_backfill_is_killed(double moment) throws Exception {
        killedAndRecovers(
                FaultTrial.ofBackfill(folder),
                moment,
                ReferenceMonth.undisturbed().backfilled().millis());
    }

    private static void killedAndRecovers(FaultTrial trial, double moment, long millis) throws Exception {
        boolean wasKilled = trial.start().killAfter(Math.round(moment * millis));
        assertThat(wasKilled || moment > LATEST / 2).as("killed at work").isTrue();
        List<Path> left = scratch(trial.lake());
        trial.recovers();
        assertThat(left).noneMatch(Files::exists);
    }

    /** The folder where the engine put what it held, if the command got as far as to say which. */
    private static List<Path> scratch(Path lake) throws IOException {
        Path said = lake.resolve(".unfinished");
        return Files.exists(said) ? Files.readString(said).lines().map(Path::of).toList() : List.of();
    }
}
