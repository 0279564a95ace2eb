package marketshaping.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.SqlSettings;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.Console;

/**
 * Deletes data files of a table that no retained version lists, with the VACUUM statement of Delta. The statement starts
 * several Spark jobs. Therefore, each method first checks whether there is a file to delete.
 *
 * <p>VACUUM keeps a file that it finds in no version until the file is old, because another writer may be about to
 * commit it. The lake's lock excludes other writers. Therefore, the inventory of files that VACUUM receives gives them
 * all an age of decades: files of a killed run are deleted at once, while the retention period protects old versions.
 */
final class Vacuum {
    private static final Map<String, String> SETTINGS = Map.of(
            // The retention of the table is the longest that the settings allow; a council may choose a shorter one.
            "spark.databricks.delta.retentionDurationCheck.enabled", "false",
            // Otherwise, Delta ignores a retention period in the statement unless it is zero.
            "spark.databricks.delta.vacuum.retentionWindowIgnore.enabled", "false",
            // The log entries are commits, which would follow the version that a manifest lists and have no note.
            "spark.databricks.delta.vacuum.logging.enabled", "false");

    private static final String INVENTORY = "vacuum_inventory";
    private static final StructType INVENTORY_COLUMNS =
            StructType.fromDDL("path STRING, length BIGINT, isDir BOOLEAN, modificationTime BIGINT");

    private final SparkSession spark;
    private final FileSystem files;
    private final Path table;
    private final TransactionLog log;

    Vacuum(SparkSession spark, FileSystem files, Path table, TransactionLog log) {
        this.spark = spark;
        this.files = files;
        this.table = table;
        this.log = log;
    }

    /**
     * Deletes data files that no version lists, because the run that wrote them ended before its commit.
     *
     * @param retention the retention period of the versions of the table
     */
    void deleteUnfinished(Duration retention) {
        List<FileStatus> data = data();
        Set<Path> added = log.added().map(files::makeQualified).collect(Collectors.toSet());
        if (data.stream().allMatch(file -> added.contains(file.getPath()))) {
            return;
        }
        if (added.isEmpty()) {
            // A folder without a version is not a table yet, so that VACUUM refuses it.
            data.forEach(this::delete);
        } else {
            run(retention.toHours());
        }
    }

    /**
     * Deletes the data of versions that were replaced before this moment, and of unfinished runs. The period from the
     * moment to now is rounded down to whole hours. The latest version always stays.
     */
    void deleteReplacedBefore(Instant moment) {
        Instant now = Instant.now();
        long hours = Math.max(0, Duration.between(moment, now).toHours());
        if (hasDataReplacedBefore(now.minus(Duration.ofHours(hours)))) {
            run(hours);
        }
    }

    /** Returns true if data exists that was replaced before this moment. Stops at the first commit with such data. */
    private boolean hasDataReplacedBefore(Instant moment) {
        return log.replacedBefore(moment.toEpochMilli())
                .findFirst()
                .filter(replaced -> replaced.stream().anyMatch(this::exists))
                .isPresent();
    }

    private void run(long hours) {
        spark.createDataFrame(inventory(), INVENTORY_COLUMNS).createOrReplaceTempView(INVENTORY);
        try {
            // A table has few files, whatever the size of its data.
            ExecutionProfile.COUNCIL.during(
                    spark,
                    () -> SqlSettings.during(spark, SETTINGS, () -> {
                        // Delta prints the number of deleted files, which must not mix with the output of a command.
                        return Console.withOut(
                                OutputStream.nullOutputStream(),
                                () -> spark.sql("VACUUM delta.`%s` USING INVENTORY (SELECT * FROM %s) RETAIN %d HOURS"
                                        .formatted(table, INVENTORY, hours)));
                    }));
        } finally {
            spark.catalog().dropTempView(INVENTORY);
        }
    }

    private List<Row> inventory() {
        return data().stream()
                .map(file -> RowFactory.create(file.getPath().toString(), file.getLen(), false, 0L))
                .toList();
    }

    private List<FileStatus> data() {
        try {
            List<FileStatus> data = new ArrayList<>();
            list(table, data);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lists the data files in a folder and its subfolders. Lists one folder at a time, because Hadoop's recursive
     * listing starts one process per file to find its owner.
     */
    private void list(Path folder, List<FileStatus> data) throws IOException {
        for (FileStatus status : files.listStatus(folder)) {
            String name = status.getPath().getName();
            if (status.isDirectory() && !name.startsWith("_")) {
                list(status.getPath(), data);
            }
            if (status.isFile() && name.endsWith(".parquet")) {
                data.add(status);
            }
        }
    }

    private boolean exists(Path file) {
        try {
            return files.exists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(FileStatus file) {
        try {
            files.delete(file.getPath(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
