package marketshaping.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * How much there is to read, which settles how the engine is set up. For a council's thousands of rows the cost is in
 * starting, planning and generating code; for a region's millions it is in the work itself.
 */
enum Size {
    SMALL,
    LARGE;

    private static final long LARGEST_SMALL_BYTES = 64L << 20;

    /** A folder that is not there holds little. */
    static Size of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return SMALL;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes =
                    files.filter(Files::isRegularFile).mapToLong(Size::bytes).sum();
            return bytes <= LARGEST_SMALL_BYTES ? SMALL : LARGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of the engine for this size. One that was given with {@code -D} or by spark-submit wins. */
    void tune(SparkSession.Builder builder) {
        settings().forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                builder.config(name, value);
            }
        });
    }

    /**
     * Keeps rows that several queries read. A small council's are cut off from the plan that made them, for planning it
     * again costs more than the rows; a region's can be made again where a worker is lost.
     */
    Dataset<Row> held(Dataset<Row> rows) {
        return switch (this) {
            // One partition says nothing of an order, which the engine would otherwise keep in terms of columns that
            // are gone, and then fail to tell two uses of these rows apart.
            case SMALL -> rows.coalesce(1).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK());
            case LARGE -> rows.persist(StorageLevel.MEMORY_AND_DISK());
        };
    }

    /** Lets go of rows that nothing reads any more, where room matters. */
    void release(Dataset<Row> held) {
        if (this == LARGE) {
            held.unpersist();
        }
    }

    /** Rows that were just written to the lake: a small council's from memory, a region's from the lake's columns. */
    Dataset<Row> written(Dataset<Row> held, Supplier<Dataset<Row>> fromLake) {
        return this == SMALL ? held : fromLake.get();
    }

    private Map<String, String> settings() {
        return switch (this) {
            case SMALL ->
                Map.ofEntries(
                        Map.entry("spark.sql.shuffle.partitions", "1"),
                        Map.entry("spark.sql.codegen.wholeStage", "false"),
                        Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
                        Map.entry("spark.sql.adaptive.enabled", "false"),
                        // Working out what must hold of every row takes longer than reading the few rows there are.
                        Map.entry("spark.sql.constraintPropagation.enabled", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
                        Map.entry("spark.databricks.delta.stats.collect", "false"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"));
            case LARGE ->
                Map.of(
                        "spark.sql.shuffle.partitions", "64",
                        "spark.databricks.delta.snapshotPartitions", "4");
        };
    }
}
