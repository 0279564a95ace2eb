package marketshaping.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The Delta tables of one council, each in a folder of its own under one root. A table is made from its
 * {@link TableShape} and afterwards only replaced whole, in one commit that carries a {@link Note} on where its rows
 * came from; earlier versions stay readable.
 */
public final class Lake {
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
     * Makes the table hold exactly these rows, in one commit. Columns are matched by name; one that is missing or of
     * another type is a bug and fails.
     */
    public void replace(TableShape shape, Dataset<Row> rows, Note note) {
        if (!holds(shape.name())) {
            create(shape);
        }
        rows.select(shape.columnNames().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
                .write()
                .format("delta")
                .mode("overwrite")
                .option("userMetadata", note.asJson())
                .save(path(shape.name()));
    }

    private void create(TableShape shape) {
        DeltaTableBuilder table = DeltaTable.createIfNotExists(spark)
                .location(path(shape.name()))
                .comment(shape.grain())
                .addColumns(StructType.fromDDL(shape.ddl()));
        for (Map.Entry<String, String> constraint : shape.constraints().entrySet()) {
            table = table.property("delta.constraints." + constraint.getKey(), constraint.getValue());
        }
        table.property("delta.logRetentionDuration", "interval 2557 days")
                .property("delta.deletedFileRetentionDuration", "interval 2557 days")
                .execute();
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
