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
 * The Spark settings of a run, chosen by the user. They decide how fast a run is, never its result. With a council's
 * thousands of rows most time goes into starting, planning and generating code; with a region's millions it goes into
 * the rows.
 */
public enum ExecutionProfile {
    COUNCIL,
    REGION;

    /** The environment variable that names the profile where the command line does not. */
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

    /** Settings of the engine for this size. One that was given with {@code -D} or by spark-submit wins. */
    void tune(SparkSession.Builder builder) {
        Map<String, String> all = new HashMap<>(settings());
        // Of each file the least and the most of every column, which help to pass over files where rows lie in an
        // order.
        all.put("spark.databricks.delta.stats.collect", "false");
        if (this == COUNCIL) {
            // Every sort, join and sum takes at least a page: in pages of 64 MB a few thousand rows fill the heap.
            all.put("spark.buffer.pageSize", "1m");
        }
        all.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                builder.config(name, value);
            }
        });
    }

    /** Does work of this size in a session that is set up for another. Not for two threads at once. */
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
     * Keeps rows that several queries read. A small council's are cut off from the plan that made them, for planning it
     * again costs more than the rows; a region's, and any that workers keep, can be made again where a worker is lost.
     */
    public Dataset<Row> held(Dataset<Row> rows) {
        // One partition says nothing of an order, which the engine would otherwise keep in terms of columns that are
        // gone, and then fail to tell two uses of these rows apart.
        return isCutOff(rows)
                ? rows.coalesce(1).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Lets go of rows that nothing reads any more, where room matters. */
    public void release(Dataset<Row> held) {
        if (!isCutOff(held)) {
            held.unpersist();
        }
    }

    /** Rows that are written to the lake, and then read on by {@link #written}. */
    public Dataset<Row> readyToWrite(Dataset<Row> rows) {
        return isCutOff(rows) ? held(rows) : rows;
    }

    /** Rows that were just written to the lake: those that were cut off from memory, others from the lake's columns. */
    public Dataset<Row> written(Dataset<Row> held, Supplier<Dataset<Row>> fromLake) {
        return isCutOff(held) ? held : fromLake.get();
    }

    /** Only where this process keeps the rows: on a cluster they would be gone for good with the worker that has them. */
    private boolean isCutOff(Dataset<Row> rows) {
        return this == COUNCIL && rows.sparkSession().sparkContext().isLocal();
    }

    private Map<String, String> settings() {
        return switch (this) {
            case COUNCIL ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "1"),
                        Map.entry("spark.sql.codegen.wholeStage", "false"),
                        Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
                        Map.entry("spark.sql.adaptive.enabled", "false"),
                        // Working out what must hold of every row takes longer than reading the few rows there are.
                        Map.entry("spark.sql.constraintPropagation.enabled", "false"),
                        // Else what was put together of many parts, each of one piece, is one piece: work for one
                        // thread.
                        Map.entry("spark.sql.unionOutputPartitioning", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"));
            case REGION ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "64"),
                        Map.entry("spark.sql.codegen.wholeStage", "true"),
                        Map.entry("spark.sql.codegen.factoryMode", "FALLBACK"),
                        // Java never compiles a longer method, such as one that judges a row of many columns.
                        Map.entry("spark.sql.codegen.hugeMethodLimit", "8000"),
                        Map.entry("spark.sql.adaptive.enabled", "true"),
                        Map.entry("spark.sql.constraintPropagation.enabled", "true"),
                        Map.entry("spark.sql.unionOutputPartitioning", "true"),
                        // What is kept is cut by how much there is of it: else each table is written in 64 files.
                        Map.entry("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true"),
                        // Rows are kept for a few queries only: packing them takes longer than it saves.
                        Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "4"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "true"));
        };
    }
}
