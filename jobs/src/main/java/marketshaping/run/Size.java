package marketshaping.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * How much there is to read, which settles how the engine is set up. For a council's thousands of rows the cost is in
 * starting, planning and generating code; for a region's millions it is in the work itself.
 */
enum Size {
    SMALL,
    LARGE;

    private static final long LARGEST_SMALL_BYTES = 64L << 20;

    static Size of(Path folder) {
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

    void tune(SparkSession.Builder builder) {
        if (this == SMALL) {
            builder.config("spark.sql.shuffle.partitions", "1")
                    .config("spark.sql.codegen.wholeStage", "false")
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                    .config("spark.sql.adaptive.enabled", "false")
                    .config("spark.databricks.delta.snapshotPartitions", "1")
                    .config("spark.databricks.delta.stats.collect", "false")
                    .config("spark.databricks.delta.writeChecksumFile.enabled", "false");
        } else {
            builder.config("spark.sql.shuffle.partitions", "64")
                    .config("spark.databricks.delta.snapshotPartitions", "4");
        }
    }
}
