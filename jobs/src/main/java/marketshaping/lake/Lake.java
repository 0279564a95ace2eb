package marketshaping.lake;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The Delta tables of one council, each in a folder of its own under one root. A table is made from its
 * {@link TableShape} and afterwards only replaced, whole or one part of it, in one commit that carries a {@link Note} on where its rows
 * came from; earlier versions stay readable.
 */
public final class Lake {
    /** Packs are reproducible for as long as the tables that they were made from can be read. */
    private static final String HISTORY = "interval 2557 days";

    private final SparkSession spark;
    private final String root;

    public Lake(SparkSession spark, String root) {
        this.spark = spark;
        this.root = root;
    }

    public String root() {
        return root;
    }

    /** Whether the table has ever been written. */
    public boolean holds(String table) {
        return version(table).isPresent();
    }

    public Dataset<Row> read(String table) {
        return spark.read().format("delta").load(path(table));
    }

    /** The version that {@link #read} would read; empty where there is no such table. */
    public Optional<Long> version(String table) {
        return log(table).latestVersion();
    }

    /** What the latest commit says of the rows that it wrote; empty where nothing was written yet. */
    public Optional<Note> note(String table) {
        return log(table).latestNote();
    }

    /**
     * Makes the table hold exactly these rows, in one commit; the first one also lays down what every row keeps. Columns
     * are matched by name; one that is missing or of another type is a bug and fails.
     */
    public void replace(TableShape shape, Dataset<Row> rows, Note note) {
        writer(shape, rows, note).save(path(shape.name()));
    }

    /**
     * Makes one part of the table hold exactly these rows, in one commit: the part where a column has a value, which each
     * part keeps files of its own for. The other parts stay.
     */
    public void replacePart(TableShape shape, Dataset<Row> rows, String column, LocalDate value, Note note) {
        writer(shape, rows, note)
                .partitionBy(column)
                .option("replaceWhere", "`%s` = DATE'%s'".formatted(column, value))
                .save(path(shape.name()));
    }

    private DataFrameWriter<Row> writer(TableShape shape, Dataset<Row> rows, Note note) {
        DataFrameWriter<Row> writer = rows.select(shape.columns().stream()
                        .map(column -> col(column.name()).as(column.name(), column.metadata()))
                        .toArray(Column[]::new))
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("userMetadata", note.asJson());
        if (!holds(shape.name())) {
            writer.option("delta.logRetentionDuration", HISTORY).option("delta.deletedFileRetentionDuration", HISTORY);
            shape.constraints().forEach((name, condition) -> writer.option("delta.constraints." + name, condition));
        }
        return writer;
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

    private String path(String table) {
        return root + "/" + table;
    }
}
