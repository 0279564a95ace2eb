package marketshaping.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether there is little or much to read. */
class SizeTest {
    private static final long A_REGIONS_BYTES = 80L << 20;

    @TempDir
    private Path folder;

    @Test
    void should_be_that_of_the_files_but_for_what_is_the_same_for_every_council() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("in"));
        Files.writeString(inputs.resolve("placements.csv"), "placement_id\n");
        fill(inputs.resolve("postcodes.csv"));
        assertThat(Size.of(inputs)).isEqualTo(Size.SMALL);
        fill(inputs.resolve("payments.csv"));
        assertThat(Size.of(inputs)).isEqualTo(Size.LARGE);
    }

    @Test
    void should_be_that_of_text_before_it_was_compressed() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("in"));
        fill(inputs.resolve("payments.csv.gz"), A_REGIONS_BYTES / 10);
        assertThat(Size.of(inputs)).isEqualTo(Size.SMALL);
        fill(inputs.resolve("visits.csv.gz"), A_REGIONS_BYTES / 10);
        assertThat(Size.of(inputs)).isEqualTo(Size.LARGE);
    }

    @Test
    void should_be_that_of_what_a_lake_holds_now_whatever_it_held_before() throws IOException {
        Path lake = folder.resolve("lake");
        assertThat(Size.ofLake(lake)).as("no lake").isEqualTo(Size.SMALL);
        Path log = Files.createDirectories(lake.resolve("placements/_delta_log"));
        commit(log, 0, A_REGIONS_BYTES);
        assertThat(Size.ofLake(lake)).isEqualTo(Size.LARGE);
        commit(log, 1, 1 << 20);
        fill(lake.resolve("placements/of-version-0.parquet"));
        assertThat(Size.ofLake(lake)).isEqualTo(Size.SMALL);
    }

    private static void commit(Path log, int version, long bytes) throws IOException {
        Files.writeString(
                log.resolve("%020d.json".formatted(version)),
                """
                {"commitInfo":{"timestamp":1}}
                {"add":{"path":"of-version-%d.parquet","partitionValues":{},"size":%d,"dataChange":true}}
                """
                        .formatted(version, bytes));
    }

    /** A file that takes no room on disk, whatever it says. */
    static void fill(Path file) throws IOException {
        fill(file, A_REGIONS_BYTES);
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(bytes);
        }
    }
}
