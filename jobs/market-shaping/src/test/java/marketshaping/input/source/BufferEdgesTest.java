package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a long text, read in several buffers, gives the same rows at every buffer boundary. */
class BufferEdgesTest {
    private static final int PIECES = 3;
    private static final int BYTES = PIECES * 256 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab,cd\r\n",
                "ab,cd\r",
                "ab,cd\n",
                "\"a\"\"b\",c\r\n",
                "a, \"b,c\" \r\n",
                "\"a\r\nb\",c\r\n",
                "a\"b\",c\r\n",
                ",\r\n"
            })
    void rows_do_not_depend_on_buffer_boundaries(String row) throws IOException {
        int rows = BYTES / row.length();
        for (int shift = 0; shift < row.length(); shift++) {
            Path file = folder.resolve("placements.csv");
            String lineEnd = row.endsWith("\r\n") ? "\r\n" : row.substring(row.length() - 1);
            Files.writeString(file, "x".repeat(shift) + ",y" + lineEnd + row.repeat(rows));

            ScannedFile scanned = new FileScan(folder.resolve("staging" + shift)).scan("placements", file);

            assertThat(scanned.records()).as("%s characters before", shift).isEqualTo(rows + 1);
            assertThat(scanned.widest()).isEqualTo(2);
        }
    }
}
