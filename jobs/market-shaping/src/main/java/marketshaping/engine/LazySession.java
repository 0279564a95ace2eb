package marketshaping.engine;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** A session that is opened when it is first needed. Thread-safe. */
public final class LazySession implements Supplier<SparkSession>, AutoCloseable {
    private final ExecutionProfile profile;
    private SparkSessions.OpenSession session;

    public LazySession(ExecutionProfile profile) {
        this.profile = profile;
    }

    @Override
    public synchronized SparkSession get() {
        if (session == null) {
            session = SparkSessions.open(profile);
        }
        return session.spark();
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
