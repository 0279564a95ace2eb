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

/** Times the stages of a run, says in the log when each has ended, and lets a watcher know meanwhile. */
public final class StageTimer {
    private static final Logger LOGGER = LogManager.getLogger(StageTimer.class);

    private final LongSupplier nanoseconds;
    private final Watcher watcher;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();

    /** Who wants to know of a stage while it lasts. */
    public interface Watcher {
        Watcher NOBODY = new Watcher() {
            @Override
            public void started(String stage) {}

            @Override
            public void read(long rows) {}

            @Override
            public void ended() {}
        };

        void started(String stage);

        /** Further rows were read for it. */
        void read(long rows);

        /** Well or not. */
        void ended();
    }

    public StageTimer(LongSupplier nanoseconds, Watcher watcher) {
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

    /** Seconds by stage, in the order in which the stages ended. */
    public Map<String, BigDecimal> seconds() {
        return java.util.Collections.unmodifiableMap(seconds);
    }
}
