package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import marketshaping.model.problem.UserProblem;

/**
 * Bytes of a file overwritten at random, told by a seed: the file is read or refused by name, whatever was hit.
 *
 * @param times how many damaged files are tried
 * @param hits how many bytes of one are overwritten at most
 */
record DamagedBytes(long seed, int times, int hits) {

    /** How many of the damaged files were refused; any other failure is thrown. */
    int refusals(FileScan scan, byte[] whole, Path file) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] damaged = whole.clone();
            for (int left = 1 + random.nextInt(hits); left > 0; left--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                scan.scan("placements", Files.write(file, damaged));
            } catch (UserProblem problem) {
                assertThat(problem).hasMessageContaining(file.getFileName().toString());
                refused++;
            }
        }
        return refused;
    }
}
