package marketshaping.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import marketshaping.contract.Inputs;
import marketshaping.lake.Lake;
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

    /** Of text as it is. At 70 MB the way for much took two thirds of the time that the way for little took. */
    private static final long LARGEST_SMALL_BYTES = 64L << 20;

    /** How many times its bytes text has that is compressed, and that which the lake's tables were made of. */
    private static final int COMPRESSED = 6;

    private static final int AS_TABLES = 3;

    /**
     * The size of a folder of extracts. The reference files that are the same for every council don't count: what is looked
     * up in them is small, however many rows they have. A folder that is not there holds little.
     */
    static Size of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return SMALL;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return of(children.filter(Size::isCouncils)
                    .mapToLong(Size::bytesWithin)
                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of what a lake holds of such extracts now: years of history don't make a council a region. */
    static Size ofLake(Path root) {
        List<String> tables = Inputs.names().stream()
                .filter(input -> !Inputs.REFERENCE.contains(input))
                .toList();
        return of(Lake.bytesNow(root.toAbsolutePath(), tables) * AS_TABLES);
    }

    /** The size of the files of one input. */
    static Size of(List<Path> files) {
        return of(files.stream().mapToLong(Size::bytes).sum());
    }

    private static Size of(long bytes) {
        return bytes <= LARGEST_SMALL_BYTES ? SMALL : LARGE;
    }

    private static boolean isCouncils(Path child) {
        String name = child.getFileName().toString().toLowerCase(Locale.ROOT);
        return Inputs.REFERENCE.stream().noneMatch(input -> name.equals(input) || name.startsWith(input + "."));
    }

    private static long bytesWithin(Path place) {
        LongAdder bytes = new LongAdder();
        try {
            Files.walkFileTree(place, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.add(Files.isRegularFile(file) ? bytes(file) : 0);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.sum();
    }

    /** What went away meanwhile has none. Whoever reads it will say that it is not there. */
    private static long bytes(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean isCompressed = name.endsWith(".gz") || name.endsWith(".zip");
        try {
            return Files.size(file) * (isCompressed ? COMPRESSED : 1);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of the engine for this size. One that was given with {@code -D} or by spark-submit wins. */
    void tune(SparkSession.Builder builder) {
        Map<String, String> all = new HashMap<>(settings());
        // Of each file the least and the most of every column, which help to pass over files where rows lie in an
        // order.
        all.put("spark.databricks.delta.stats.collect", "false");
        if (this == SMALL) {
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
    <T> T during(SparkSession spark, Supplier<T> work) {
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
    Dataset<Row> held(Dataset<Row> rows) {
        // One partition says nothing of an order, which the engine would otherwise keep in terms of columns that are
        // gone, and then fail to tell two uses of these rows apart.
        return isCutOff(rows)
                ? rows.coalesce(1).localCheckpoint(false, StorageLevel.MEMORY_AND_DISK())
                : rows.persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** Lets go of rows that nothing reads any more, where room matters. */
    void release(Dataset<Row> held) {
        if (!isCutOff(held)) {
            held.unpersist();
        }
    }

    /** Rows that are written to the lake, and then read on by {@link #written}. */
    Dataset<Row> readyToWrite(Dataset<Row> rows) {
        return isCutOff(rows) ? held(rows) : rows;
    }

    /** Rows that were just written to the lake: those that were cut off from memory, others from the lake's columns. */
    Dataset<Row> written(Dataset<Row> held, Supplier<Dataset<Row>> fromLake) {
        return isCutOff(held) ? held : fromLake.get();
    }

    /** Only where this process keeps the rows: on a cluster they would be gone for good with the worker that has them. */
    private boolean isCutOff(Dataset<Row> rows) {
        return this == SMALL && rows.sparkSession().sparkContext().isLocal();
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
                        // Else what was put together of many parts, each of one piece, is one piece: work for one
                        // thread.
                        Map.entry("spark.sql.unionOutputPartitioning", "false"),
                        Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
                        Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"));
            case LARGE ->
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
