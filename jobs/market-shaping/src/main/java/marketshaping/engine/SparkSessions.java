package marketshaping.engine;

import java.nio.file.Path;
import java.time.ZoneId;
import org.apache.spark.sql.SparkSession;

/**
 * The one place that builds a session. Settings that say what the answers are (time zone, dates, ANSI) hold everywhere;
 * those that only say how fast they come are for a council on one machine, and a cluster's own settings win over them.
 */
public final class SparkSessions {
    /** As many pieces as a region's files are cut into at least. */
    private static final String PIECES = "spark.sql.files.minPartitionNum";

    /** The time zone of every date and timestamp. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private SparkSessions() {}

    public static SparkSession open(ExecutionProfile profile) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("market-shaping")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                // Delta's parser drops the parameters of a query unless they are bound in the old way
                // (delta-io/delta#7640).
                .config("spark.sql.legacy.parameterSubstitution.constantsOnly", "true")
                .config("spark.sql.session.timeZone", ZONE.getId())
                .config("spark.sql.ansi.enabled", "true")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.sources.default", "delta")
                // Every table has a place of its own; without this, a folder for those that have none would be made
                // wherever somebody happens to start us.
                .config(
                        "spark.sql.warehouse.dir",
                        Path.of(System.getProperty("java.io.tmpdir")).toUri().toString());
        if (System.getProperty("spark.ui.enabled") == null) {
            builder.config("spark.ui.enabled", "false");
        }
        if (System.getProperty("spark.master") == null) {
            builder.master("local[*]")
                    .config("spark.local.dir", SparkTempDir.folder().toString())
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        } else if (System.getProperty(PIECES) == null) {
            // Workers come and go; files must not be cut anew between the numbering of their lines and their reading.
            builder.config(PIECES, "32");
        }
        profile.tune(builder);
        return builder.getOrCreate();
    }
}
