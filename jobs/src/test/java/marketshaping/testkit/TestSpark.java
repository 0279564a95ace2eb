package marketshaping.testkit;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test run: two threads, no Delta, and set for small tables rather than for large ones. */
public final class TestSpark {

    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("market-shaping tests")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.session.timeZone", "Europe/London")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.codegen.wholeStage", false)
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", false)
            .getOrCreate();

    private TestSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
