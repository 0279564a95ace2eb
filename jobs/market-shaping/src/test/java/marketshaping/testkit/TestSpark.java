package marketshaping.testkit;

import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SparkSessions;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of all tests in one process, with the council profile. A command that a test calls opens its own
 * session within the same Spark context.
 */
public final class TestSpark {
    private static SparkSession session;

    private TestSpark() {}

    public static synchronized SparkSession session() {
        if (session == null || session.sparkContext().isStopped()) {
            session = SparkSessions.open(ExecutionProfile.COUNCIL).spark();
        }
        SparkSession.setActiveSession(session);
        return session;
    }
}
