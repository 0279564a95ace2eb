package marketshaping.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Times the stages of a run and says in the log when each has ended. */
final class Stages {
    private static final Logger LOGGER = LogManager.getLogger(Stages.class);

    private final LongSupplier nanoseconds;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();

    Stages(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    <T> T time(String stage, Supplier<T> work) {
        long start = nanoseconds.getAsLong();
        LOGGER.debug("{} ...", stage);
        T result = work.get();
        BigDecimal taken = BigDecimal.valueOf(
                        Duration.ofNanos(nanoseconds.getAsLong() - start).toMillis(), 3)
                .setScale(2, RoundingMode.HALF_UP);
        seconds.merge(stage, taken, BigDecimal::add);
        LOGGER.info("{}: {} s", stage, taken);
        return result;
    }

    void time(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return stage;
        });
    }

    /** Seconds by stage, in the order in which the stages ended. */
    Map<String, BigDecimal> seconds() {
        return java.util.Collections.unmodifiableMap(seconds);
    }
}
