package marketshaping.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import marketshaping.model.problem.UserProblem;

/**
 * Overwrites random bytes of a file, seeded by a number. The file must be read or refused with its name.
 *
 * @param times the number of damaged files to try
 * @param hits the largest number of bytes to overwrite per file
 */
record DamagedBytes(long seed, int times, int hits) {

    /** Returns the number of damaged files that were refused; throws any other failure. */
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
