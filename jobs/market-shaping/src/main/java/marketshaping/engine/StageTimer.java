package marketshaping.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Times the stages of a run, logs the duration of each stage that succeeds, and reports progress to a listener. */
public final class StageTimer {
    private static final Logger LOGGER = LogManager.getLogger(StageTimer.class);

    private final LongSupplier nanoseconds;
    private final ProgressListener watcher;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();

    /** Receives the progress of the stages of a run. */
    public interface ProgressListener {
        ProgressListener NONE = new ProgressListener() {
            @Override
            public void started(String stage) {}

            @Override
            public void read(long rows) {}

            @Override
            public void ended() {}
        };

        void started(String stage);

        /** Called when the current stage has read more rows. */
        void read(long rows);

        /** Called when a stage has ended, whether it succeeded or failed. */
        void ended();
    }

    public StageTimer(LongSupplier nanoseconds, ProgressListener watcher) {
        this.nanoseconds = nanoseconds;
        this.watcher = watcher;
    }

    public <T> T time(String stage, Supplier<T> work) {
        long start = nanoseconds.getAsLong();
        watcher.started(stage);
        T result;
        try {
            result = work.get();
        } finally {
            watcher.ended();
        }
        BigDecimal taken = BigDecimal.valueOf(
                        Duration.ofNanos(nanoseconds.getAsLong() - start).toMillis(), 3)
                .setScale(2, RoundingMode.HALF_UP);
        seconds.merge(stage, taken, BigDecimal::add);
        LOGGER.info("{}: {} s", stage, taken);
        return result;
    }

    public void time(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return stage;
        });
    }

    public void read(long rows) {
        watcher.read(rows);
    }

    /**
     * Returns the duration of each stage that succeeded, in seconds. Stages are in the order in which they first
     * succeeded.
     */
    public Map<String, BigDecimal> seconds() {
        return java.util.Collections.unmodifiableMap(seconds);
    }
}
