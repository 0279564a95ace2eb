package marketshaping.lake;

import static org.apache.spark.sql.functions.col;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The Delta tables of one council, each in a folder of its own under one root. A table is made from its
 * {@link TableSchema} and afterwards only replaced, whole or one part of it, in one commit that carries
 * a {@link CommitNote} on where its rows came from; earlier versions stay readable.
 */
public final class Lake {
    /** The longest that settings may ask versions to be kept for. */
    private static final String HISTORY = "interval 2557 days";

    private final SparkSession spark;
    private final String root;

    /** By table, the version that is read; empty where it is the latest of each. */
    private final Optional<Map<String, Long>> asOf;

    /** @param root an absolute path, the same on every machine that works at a run */
    public Lake(SparkSession spark, String root) {
        this(spark, root, Optional.empty());
    }

    private Lake(SparkSession spark, String root, Optional<Map<String, Long>> asOf) {
        this.spark = spark;
        this.root = root;
        this.asOf = asOf;
    }

    /** The same lake as it was when it held these versions and no other table. It can only be read. */
    public Lake asOf(Map<String, Long> versions) {
        return new Lake(spark, root, Optional.of(Map.copyOf(versions)));
    }

    /**
     * Returns the folder below the lake's root that holds copies of the inputs while an ingest lasts. Every worker of a
     * cluster reads it.
     */
    public static java.nio.file.Path staging(java.nio.file.Path root) {
        return root.resolve(".staging");
    }

    public String root() {
        return root;
    }

    /** Whether the table has ever been written. */
    public boolean holds(String table) {
        return version(table).isPresent();
    }

    public Dataset<Row> read(String table) {
        DataFrameReader reader = spark.read().format("delta");
        asOf.ifPresent(versions -> reader.option("versionAsOf", versions.get(table)));
        return reader.load(path(table));
    }

    /** Whether all that {@link #read} would read is there: old versions may have been cleared away. */
    public boolean isWhole(String table) {
        try {
            if (version(table).filter(log(table)::holds).isEmpty()) {
                return false;
            }
            for (String file : read(table).inputFiles()) {
                Path data = new Path(URI.create(file));
                if (!data.getFileSystem(spark.sessionState().newHadoopConf()).exists(data)) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            // The engine throws the first without saying that it does.
            if (e instanceof AnalysisException || e instanceof FileNotFoundException) {
                return false;
            }
            if (e instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
            throw (RuntimeException) e;
        }
    }

    /** The version that {@link #read} would read; empty where there is no such table. */
    public Optional<Long> version(String table) {
        return asOf.map(versions -> Optional.ofNullable(versions.get(table)))
                .orElseGet(() -> log(table).latestVersion());
    }

    /** What the commit of that version says of the rows that it wrote; empty where there is no such table. */
    public Optional<CommitNote> note(String table) {
        return asOf.isPresent()
                ? version(table).flatMap(log(table)::note)
                : log(table).latestNote();
    }

    /**
     * Makes the table hold exactly these rows, in one commit; the first one also lays down what every row keeps. Columns
     * are matched by name; one that is missing or of another type is a bug and fails.
     */
    public void replace(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        writer(shape, rows, note).save(path(shape.name()));
    }

    /**
     * The same, for what no manifest goes back to: of earlier versions only the one before stays readable, for somebody may
     * be reading it. The data of all others, and what a killed run left half written, is deleted.
     */
    public void replaceWithoutHistory(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        replace(shape, rows, note);
        log(shape.name()).deleteDataBeforeLastTwo();
    }

    /**
     * Makes one part of the table hold exactly these rows, in one commit: the part where a column has a value, which each
     * part keeps files of its own for. The other parts stay.
     */
    public void replacePart(TableSchema shape, Dataset<Row> rows, String column, LocalDate value, CommitNote note) {
        writer(shape, rows, note)
                .partitionBy(column)
                .option("replaceWhere", "`%s` = DATE'%s'".formatted(column, value))
                .save(path(shape.name()));
    }

    /**
     * Deletes data that runs which failed or were killed left in the folders of these tables, and which no version knows
     * of. What else lies in the lake's folder is somebody else's.
     */
    public void deleteUnfinishedData(List<String> tables) {
        tables.stream()
                .filter(table -> Files.isDirectory(java.nio.file.Path.of(root, table)))
                .forEach(table -> log(table).deleteUnfinishedData());
    }

    /**
     * Deletes data of versions that were replaced before this moment; of a table that is only replaced whole. Whoever asks
     * for one of them later finds that it is not whole.
     */
    public void deleteDataReplacedBefore(String table, Instant moment) {
        log(table).deleteDataReplacedBefore(moment);
    }

    private DataFrameWriter<Row> writer(TableSchema shape, Dataset<Row> rows, CommitNote note) {
        if (asOf.isPresent()) {
            throw new IllegalStateException("A lake as it was can only be read");
        }
        boolean isNew = !holds(shape.name());
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
            writer.option("delta.logRetentionDuration", HISTORY).option("delta.deletedFileRetentionDuration", HISTORY);
            shape.constraints().forEach((name, condition) -> writer.option("delta.constraints." + name, condition));
        }
        return writer;
    }

    /** A table that older software made gets the columns that are new; in its earlier versions they are empty. */
    private void addColumns(TableSchema shape) {
        Set<String> there = Set.of(read(shape.name()).columns());
        String added = shape.columns().stream()
                .filter(column -> !there.contains(column.name()))
                .map(column ->
                        "`%s` %s".formatted(column.name(), column.sqlType().replace(" NOT NULL", "")))
                .collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            spark.sql("ALTER TABLE delta.`%s` ADD COLUMNS (%s)".formatted(path(shape.name()), added));
        }
    }

    private CommitLog log(String table) {
        Path folder = new Path(path(table), "_delta_log");
        try {
            FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
            return new CommitLog(files, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its scheme: without one, a cluster may take it for a path of its own file system, such as HDFS. */
    private String path(String table) {
        return "file://" + root + "/" + table;
    }
}
