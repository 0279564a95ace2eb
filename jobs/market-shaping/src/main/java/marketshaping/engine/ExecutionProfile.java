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
 * The Spark settings of a run, chosen by the user. They affect its speed, never its result. With the thousands of rows
 * of a council, most time is spent on starting, planning and code generation. With the millions of rows of a region, it
 * is spent on the rows.
 */
public enum ExecutionProfile {
    COUNCIL,
    REGION;

    /** The environment variable that sets the profile unless the command line does. */
    public static final String VARIABLE = "MARKET_SHAPING_PROFILE";

    /** Returns the profile with this name, in lower case; empty if there is none. */
    public static Optional<ExecutionProfile> named(String name) {
        for (ExecutionProfile profile : values()) {
            if (profile.label().equals(name)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** Returns the name that users write. */
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

    /** Does work with this profile in a session of another profile. Not thread-safe. */
    public <T> T during(SparkSession spark, Supplier<T> work) {
        Map<String, String> before = new HashMap<>();
        settings().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                before.put(name, spark.conf().getOption(name).getOrElse(() -> ""));
                spark.conf().set(name, value);
            }
        });
        try {
            return work.get();
        } finally {
            before.forEach((name, value) -> {
                if (value.isEmpty()) {
                    spark.conf().unset(name);
                } else {
                    spark.conf().set(name, value);
                }
            });
        }
    }

    /**
     * Caches rows that several queries read. The council profile on one machine cuts them off from their plan, because
     * planning again costs more than the rows. Otherwise they keep their plan, so that Spark can recompute them if a
     * worker is lost.
     */
    public Dataset<Row> cached(Dataset<Row> rows) {
        // Coalescing drops the recorded sort order. Spark would otherwise keep it in terms of columns that are gone,
        // and then fail to distinguish two uses of these rows.
        return isCutOff(rows)
                ? rows.coalesce(1).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Unpersists cached rows that are no longer read. Rows cut off from their plan stay. */
    public void release(Dataset<Row> held) {
        if (!isCutOff(held)) {
            held.unpersist();
        }
    }

    /** Prepares rows to be written to the lake and then read through {@link #written}. */
    public Dataset<Row> readyToWrite(Dataset<Row> rows) {
        return isCutOff(rows) ? cached(rows) : rows;
    }

    /** Returns rows just written to the lake: from memory if they are cut off from their plan, else from the lake. */
    public Dataset<Row> written(Dataset<Row> held, Supplier<Dataset<Row>> fromLake) {
        return isCutOff(held) ? held : fromLake.get();
    }

    /** Cuts rows off only in local mode: on a cluster, a lost worker would lose them for good. */
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
                        // Inferring constraints takes longer than reading the few rows.
                        Map.entry("spark.sql.constraintPropagation.enabled", "false"),
                        // A union of many inputs with one partition each would have one partition, and so one thread.
                        Map.entry("spark.sql.unionOutputPartitioning", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"));
            case REGION ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "64"),
                        Map.entry("spark.sql.codegen.wholeStage", "true"),
                        Map.entry("spark.sql.codegen.factoryMode", "FALLBACK"),
                        // Java never compiles a longer method, such as one that validates a row of many columns.
                        Map.entry("spark.sql.codegen.hugeMethodLimit", "8000"),
                        Map.entry("spark.sql.adaptive.enabled", "true"),
                        Map.entry("spark.sql.constraintPropagation.enabled", "true"),
                        Map.entry("spark.sql.unionOutputPartitioning", "true"),
                        // Partitions of cached rows depend on their size; otherwise each table would have 64 files.
                        Map.entry("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true"),
                        // Cached rows serve only a few queries, so compressing them takes longer than it saves.
                        Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "4"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "true"));
        };
    }
}
