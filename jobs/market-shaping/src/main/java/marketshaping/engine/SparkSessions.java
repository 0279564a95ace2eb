package marketshaping.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import marketshaping.model.settings.LocalZone;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * Opens every Spark session of the program. Settings that affect results (time zone, dates, ANSI mode) apply
 * everywhere. Settings that only affect speed do not override those of the command line or the cluster, except in a
 * session within an existing Spark context.
 */
public final class SparkSessions {
    /** The minimum number of partitions per read. */
    private static final String MIN_PARTITIONS = "spark.sql.files.minPartitionNum";

    private SparkSessions() {}

    /** The Spark session of one command. */
    public static final class OpenSession implements AutoCloseable {
        private final SparkSession spark;
        private final boolean hasOwnContext;
        private final Set<Integer> cachedBefore;

        private OpenSession(SparkSession spark, boolean hasOwnContext) {
            this.spark = spark;
            this.hasOwnContext = hasOwnContext;
            this.cachedBefore = Set.copyOf(cached().keySet());
        }

        public SparkSession spark() {
            return spark;
        }

        private Map<Integer, JavaRDD<?>> cached() {
            return JavaSparkContext.fromSparkContext(spark.sparkContext()).getPersistentRDDs();
        }

        /** Stops the context if this session started it; otherwise only unpersists the rows that it cached. */
        @Override
        public void close() {
            if (hasOwnContext) {
                spark.stop();
                return;
            }
            cached().forEach((id, rows) -> {
                if (!cachedBefore.contains(id)) {
                    rows.unpersist(false);
                }
            });
        }
    }

    /**
     * Opens a session. If the process already has a Spark context, the session uses that context but has its own
     * settings.
     */
    public static OpenSession open(ExecutionProfile profile) {
        Option<SparkSession> existing = SparkSession.getDefaultSession();
        if (existing.isDefined() && !existing.get().sparkContext().isStopped()) {
            SparkSession spark = existing.get().newSession();
            results().forEach(spark.conf()::set);
            profile.settings().forEach((name, value) -> {
                if (System.getProperty(name) == null) {
                    spark.conf().set(name, value);
                }
            });
            SparkSession.setActiveSession(spark);
            return new OpenSession(spark, false);
        }
        return new OpenSession(start(profile), true);
    }

    /** Returns the Spark settings that affect results. */
    private static Map<String, String> results() {
        return Map.of(
                // Delta's parser drops the parameters of a query unless they are bound in the legacy way
                // (delta-io/delta#7640).
                "spark.sql.legacy.parameterSubstitution.constantsOnly", "true",
                "spark.sql.session.timeZone", LocalZone.ZONE.getId(),
                "spark.sql.ansi.enabled", "true",
                "spark.sql.datetime.java8API.enabled", "true",
                "spark.sql.sources.default", "delta");
    }

    private static SparkSession start(ExecutionProfile profile) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("market-shaping")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                // Every table has its own path. Without this setting, Spark would create a warehouse folder in the
                // working directory.
                .config(
                        "spark.sql.warehouse.dir",
                        Path.of(System.getProperty("java.io.tmpdir")).toUri().toString());
        results().forEach(builder::config);
        if (System.getProperty("spark.ui.enabled") == null) {
            builder.config("spark.ui.enabled", "false");
        }
        if (System.getProperty("spark.master") == null) {
            builder.master("local[*]")
                    .config("spark.local.dir", SparkTempDir.folder().toString())
                    .config("spark.driver.host", "localhost")
                    .config("spark.driver.bindAddress", "127.0.0.1");
        } else if (System.getProperty(MIN_PARTITIONS) == null) {
            // The number of workers can change during a run. A fixed minimum makes Spark split a file in the same way
            // when its lines are numbered and when they are read.
            builder.config(MIN_PARTITIONS, "32");
        }
        profile.tune(builder);
        return builder.getOrCreate();
    }
}
