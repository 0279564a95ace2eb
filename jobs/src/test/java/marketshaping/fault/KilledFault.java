package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is killed, without a chance to tidy up, at a moment of its time; the next run ends as if it had never been. */
class KilledFault {
    private static final int MOMENTS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", 1);
    /** Slower on one day than on another, a run must not be over before it is killed. */
    private static final double LATEST = 0.95;

    @TempDir
    private Path folder;

    /** One at random in each of so many equal parts of a run. */
    static Stream<Double> moments() {
        Random random = new Random(SEED);
        return IntStream.range(0, MOMENTS).mapToObj(i -> (i + random.nextDouble()) / MOMENTS * LATEST);
    }

    @ParameterizedTest(name = "at {0} of its time")
    @MethodSource("moments")
    void should_end_in_the_same_tables_and_packs(double moment) throws Exception {
        Trial trial = Trial.in(folder);
        long millis = Math.round(moment * Month.undisturbed().millis());
        boolean wasKilled = trial.start().killAfter(millis);
        assertThat(wasKilled || moment > LATEST / 2).as("killed at work").isTrue();
        trial.recovers();
    }
}
