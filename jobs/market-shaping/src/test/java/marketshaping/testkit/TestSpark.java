package marketshaping.testkit;

import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SparkSessions;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of all tests in one process, with the council profile. Commands that tests call open a session of
 * their own within its context.
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
