package marketshaping.testkit;

import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of tests: two threads, set for small tables. It is made when
 * first asked for, and again after {@link #stop}.
 */
public final class TestSpark {
    private static SparkSession session;

    private TestSpark() {}

    public static synchronized SparkSession session() {
        if (session == null || session.sparkContext().isStopped()) {
            session = SparkSession.builder()
                    .master("local[2]")
                    .appName("market-shaping tests")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", 1)
                    .config("spark.buffer.pageSize", "1m")
                    .config("spark.sql.session.timeZone", "Europe/London")
                    .config("spark.sql.datetime.java8API.enabled", true)
                    .config("spark.sql.codegen.wholeStage", false)
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                    .config("spark.sql.adaptive.enabled", false)
                    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                    .config("spark.databricks.delta.snapshotPartitions", 1)
                    .config("spark.sql.legacy.parameterSubstitution.constantsOnly", true)
                    .getOrCreate();
        }
        return session;
    }

    /** Makes way for a run that brings a session of its own. */
    public static synchronized void stop() {
        if (session != null) {
            session.stop();
            session = null;
        }
    }
}
