package marketshaping.lake;

import static org.apache.spark.sql.functions.col;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import marketshaping.engine.Storage;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.storage.LogStore;

/**
 * The Delta tables of one council, each in its own folder under one root. A table is created from its {@link
 * TableSchema}. After that, each commit replaces the whole table or one partition. Its {@link CommitNote} records the
 * origin of the rows. Earlier versions stay readable until their data is deleted.
 */
public final class Lake {
    /** The retention period of table versions, which is the longest that the settings allow. */
    private static final Duration HISTORY = Duration.ofDays(2557);

    private final SparkSession spark;
    private final String root;
    private final Configuration hadoop;
    private final LogStore logs;

    /** The notes that were read, by table and version. A commit never changes. */
    private final Map<String, Optional<CommitNote>> notes = new ConcurrentHashMap<>();

    /** Rows of small tables that this run has written, by table and version. */
    private final Map<String, Dataset<Row>> written = new ConcurrentHashMap<>();

    /** The version to read, by table; empty to read the latest versions. */
    private final Optional<Map<String, Long>> asOf;

    /**
     * Creates a lake that reads the latest versions of its tables.
     *
     * @param root an absolute path, which must be the same on every machine of a run
     */
    public Lake(SparkSession spark, String root) {
        this(spark, root, spark.sessionState().newHadoopConf(), LogStore.apply(spark), Optional.empty());
    }

    private Lake(
            SparkSession spark, String root, Configuration hadoop, LogStore logs, Optional<Map<String, Long>> asOf) {
        this.spark = spark;
        this.root = root;
        this.hadoop = hadoop;
        this.logs = logs;
        this.asOf = asOf;
    }

    /** Returns a read-only view of the lake that contains only these tables, each in the given version. */
    public Lake asOf(Map<String, Long> versions) {
        return new Lake(spark, root, hadoop, logs, Optional.of(Map.copyOf(versions)));
    }

    /**
     * Returns the folder in the lake that contains copies of the inputs during an ingest. It is in the lake so that
     * every worker of a cluster can read it.
     */
    public static java.nio.file.Path staging(java.nio.file.Path root) {
        return root.resolve(".staging");
    }

    public String root() {
        return root;
    }

    /** Returns true if the table has ever been written. */
    public boolean contains(String table) {
        return version(table).isPresent();
    }

    public Dataset<Row> read(String table) {
        Dataset<Row> inMemory = written.isEmpty()
                ? null
                : version(table)
                        .map(version -> written.get(table + "@" + version))
                        .orElse(null);
        return inMemory == null ? fromFiles(table) : inMemory;
    }

    /**
     * Makes {@link #read} return rows from memory until the table changes. To read even a few rows from files, Spark needs
     * several jobs.
     *
     * @param rows the cached rows of the version that was just written
     */
    public void readFromMemory(String table, Dataset<Row> rows) {
        written.put(table + "@" + version(table).orElseThrow(), rows);
    }

    private Dataset<Row> fromFiles(String table) {
        DataFrameReader reader = spark.read().format("delta");
        asOf.ifPresent(versions -> reader.option("versionAsOf", versions.get(table)));
        return reader.load(path(table));
    }

    /** Returns true if every file that {@link #read} needs exists. The files of old versions may have been deleted. */
    public boolean isWhole(String table) {
        try {
            if (version(table).filter(log(table)::holds).isEmpty()) {
                return false;
            }
            for (String file : fromFiles(table).inputFiles()) {
                Path data = new Path(file);
                if (!data.getFileSystem(hadoop).exists(data)) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            // Spark throws AnalysisException without declaring it.
            if (e instanceof AnalysisException || e instanceof FileNotFoundException) {
                return false;
            }
            if (e instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
            throw (RuntimeException) e;
        }
    }

    /** Returns the version that {@link #read} reads; empty if there is no such table. */
    public Optional<Long> version(String table) {
        return asOf.map(versions -> Optional.ofNullable(versions.get(table)))
                .orElseGet(() -> log(table).latestVersion());
    }

    /** Returns the commit note of the version that {@link #read} reads; empty if there is no such table. */
    public Optional<CommitNote> note(String table) {
        return version(table)
                .flatMap(version -> notes.computeIfAbsent(
                        table + "@" + version, key -> log(table).note(version)));
    }

    /**
     * Replaces all rows of the table in one commit; the first commit also sets the constraints. Columns are matched by
     * name; a missing column or a different type is a bug and throws an exception.
     */
    public void replace(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        writer(shape, rows, note).save(path(shape.name()));
    }

    /**
     * Replaces a table whose earlier versions no manifest needs. Only the previous version stays readable, in case it
     * is being read. The data of all other versions and of killed runs is deleted.
     */
    public void replaceWithoutHistory(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        if (contains(shape.name())) {
            vacuum(shape.name()).deleteReplacedBefore(Instant.MAX);
        }
        replace(shape, rows, note);
    }

    /**
     * Replaces one partition of the table in one commit: the rows with this value in this column. Other partitions do
     * not change.
     */
    public void replacePart(TableSchema shape, Dataset<Row> rows, String column, LocalDate value, CommitNote note) {
        writer(shape, rows, note)
                .partitionBy(column)
                .option("replaceWhere", "`%s` = DATE'%s'".formatted(column, value))
                .save(path(shape.name()));
    }

    /**
     * Deletes data files of failed or killed runs that no version of these tables lists. Other files in the lake's
     * folder are not touched.
     */
    public void deleteUnfinishedData(List<String> tables) {
        tables.stream()
                .filter(table -> Storage.isFolder(java.nio.file.Path.of(root, table)))
                .forEach(table -> vacuum(table).deleteUnfinished(HISTORY));
    }

    /**
     * Deletes the data of versions that were replaced before this moment. The period from the moment to now is rounded
     * down to whole hours. The latest version always stays. A deleted version is no longer {@linkplain #isWhole whole}.
     */
    public void deleteDataReplacedBefore(String table, Instant moment) {
        vacuum(table).deleteReplacedBefore(moment);
    }

    private DataFrameWriter<Row> writer(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        if (asOf.isPresent()) {
            throw new IllegalStateException("A lake of earlier versions can only be read");
        }
        boolean isNew = !contains(shape.name());
        if (!isNew) {
            addColumns(shape);
        }
        DataFrameWriter<Row> writer = rows.select(shape.columns().stream()
                        .map(column -> col(column.name()).as(column.name(), column.metadata()))
                        .toArray(Column[]::new))
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("userMetadata", note.asJson());
        if (isNew) {
            String history = "interval %d days".formatted(HISTORY.toDays());
            writer.option("delta.logRetentionDuration", history).option("delta.deletedFileRetentionDuration", history);
            shape.constraints().forEach((name, condition) -> writer.option("delta.constraints." + name, condition));
        }
        return writer;
    }

    /** Adds the columns that the table lacks because an earlier build wrote it. They are null in existing rows. */
    private void addColumns(TableSchema shape) {
        Set<String> there = Set.of(fromFiles(shape.name()).columns());
        String added = shape.columns().stream()
                .filter(column -> !there.contains(column.name()))
                .map(column ->
                        "`%s` %s".formatted(column.name(), column.sqlType().replace(" NOT NULL", "")))
                .collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            spark.sql("ALTER TABLE delta.`%s` ADD COLUMNS (%s)".formatted(path(shape.name()), added));
        }
    }

    private TransactionLog log(String table) {
        return new TransactionLog(logs, hadoop, new Path(path(table)));
    }

    private Vacuum vacuum(String table) {
        Path folder = new Path(path(table));
        try {
            return new Vacuum(spark, folder.getFileSystem(hadoop), folder, log(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the path of a table with its scheme. A cluster may resolve a path without a scheme in another file
     * system, such as HDFS.
     */
    private String path(String table) {
        return "file://" + root + "/" + table;
    }
}
