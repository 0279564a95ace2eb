package marketshaping.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The Spark settings of a run, chosen by the user. They affect its speed, never its result. A council has thousands of
 * rows, so most of the time goes into start-up, planning and code generation. A region has millions of rows, so most of
 * the time goes into processing them.
 */
public enum ExecutionProfile {
    COUNCIL,
    REGION;

    /** The environment variable that sets the profile if the command line does not. */
    public static final String VARIABLE = "MARKET_SHAPING_PROFILE";

    /**
     * Makes Delta verify the list of all files after each commit, which takes a third of the processor time of storing.
     */
    private static final String ALL_FILES_IN_CHECKSUM = "spark.databricks.delta.allFilesInCrc.enabled";

    /** Returns the profile with this lower-case name; empty if there is none. */
    public static Optional<ExecutionProfile> named(String name) {
        for (ExecutionProfile profile : values()) {
            if (profile.label().equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /**
     * The row count of placements above which the region profile is faster: at 100,000 rows, the measures take about
     * twice as long with the council profile.
     */
    private static final long REGION_ROWS = 100_000;

    /**
     * Returns true if this is the council profile and the region profile is faster for this row count of placements.
     */
    public boolean isTooSmallFor(long placements) {
        return this == COUNCIL && placements > REGION_ROWS;
    }

    /** Returns the name of the profile in options and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Sets the Spark settings of this profile, except those already given with {@code -D} or by spark-submit. */
    void tune(SparkSession.Builder builder) {
        Map<String, String> all = new HashMap<>(settings());
        // Column statistics per file only help to skip files of sorted tables.
        all.put("spark.databricks.delta.stats.collect", "false");
        if (this == COUNCIL) {
            // Every sort, join and aggregation takes at least one page; pages of 64 MB would fill the heap.
            all.put("spark.buffer.pageSize", "1m");
        }
        all.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                builder.config(name, value);
            }
        });
    }

    /**
     * Runs work with the settings of this profile in a session that was opened with another profile. Not thread-safe.
     */
    public <T> T during(SparkSession spark, Supplier<T> work) {
        Map<String, String> changed = new HashMap<>(settings());
        changed.keySet().removeIf(name -> System.getProperty(name) != null);
        return SqlSettings.during(spark, changed, work);
    }

    /**
     * Caches rows that several queries read. The council profile on one machine drops their query plan, because
     * planning it again takes longer than reading the rows. In all other cases, the rows keep their plan, so that Spark
     * can recompute them if a worker is lost.
     */
    public Dataset<Row> cached(Dataset<Row> rows) {
        // Coalescing drops the sort order that Spark has recorded. The sort order could refer to columns that the
        // checkpoint drops, and a query that uses these rows twice would then fail.
        return isCutOff(rows)
                ? rows.coalesce(1).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /**
     * Unpersists cached rows that are no longer read. Rows without a plan stay cached, because Spark cannot recompute
     * them.
     */
    public void release(Dataset<Row> held) {
        if (!isCutOff(held)) {
            held.unpersist();
        }
    }

    /** Prepares rows for a write to the lake, after which {@link #written} returns them. */
    public Dataset<Row> readyToWrite(Dataset<Row> rows) {
        return isCutOff(rows) ? cached(rows) : rows;
    }

    /** Returns true if rows that were {@linkplain #readyToWrite ready to write} stay in memory after the write. */
    public boolean keepsWritten(Dataset<Row> rows) {
        return isCutOff(rows);
    }

    /**
     * Returns rows that were just written to the lake: the cached rows if they have no plan, otherwise those in the
     * lake.
     */
    public Dataset<Row> written(Dataset<Row> held, Supplier<Dataset<Row>> fromLake) {
        return isCutOff(held) ? held : fromLake.get();
    }

    /**
     * Returns true if caching drops the query plan of the rows. Only the council profile in local mode does, because a
     * cluster could lose a worker and its rows.
     */
    private boolean isCutOff(Dataset<Row> rows) {
        return this == COUNCIL && rows.sparkSession().sparkContext().isLocal();
    }

    /** Returns the SQL settings of this profile. */
    Map<String, String> settings() {
        return switch (this) {
            case COUNCIL ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "1"),
                        Map.entry("spark.sql.codegen.wholeStage", "false"),
                        Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
                        Map.entry("spark.sql.adaptive.enabled", "false"),
                        // Spark takes longer to infer constraints than to read a few thousand rows.
                        Map.entry("spark.sql.constraintPropagation.enabled", "false"),
                        // A union of many inputs with one partition each would have one partition, and so one thread.
                        Map.entry("spark.sql.unionOutputPartitioning", "false"),
                        Map.entry(ALL_FILES_IN_CHECKSUM, "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"));
            case REGION ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "64"),
                        Map.entry("spark.sql.codegen.wholeStage", "true"),
                        Map.entry("spark.sql.codegen.factoryMode", "FALLBACK"),
                        // The JIT compiler skips longer methods, such as one that validates a row of many columns.
                        Map.entry("spark.sql.codegen.hugeMethodLimit", "8000"),
                        Map.entry("spark.sql.adaptive.enabled", "true"),
                        Map.entry("spark.sql.constraintPropagation.enabled", "true"),
                        Map.entry("spark.sql.unionOutputPartitioning", "true"),
                        // Spark adapts the partitions of cached rows to their size. Otherwise, each table would have 64
                        // files.
                        Map.entry("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true"),
                        // Cached rows serve only a few queries, so compressing them takes longer than it saves.
                        Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
                        Map.entry(ALL_FILES_IN_CHECKSUM, "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "4"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "true"));
        };
    }
}
