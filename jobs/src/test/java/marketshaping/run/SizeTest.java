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

    /** A file that takes no room on disk, whatever it says. */
    static void fill(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(A_REGIONS_BYTES);
        }
    }
}
