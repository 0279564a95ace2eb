package marketshaping.input.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import marketshaping.engine.Storage;

/**
 * Recognises files that are too large for the council profile. They are usually national reference files, such as the
 * postcode directory. Only these inputs are then read with the region profile.
 */
public final class OutsizedFiles {
    private static final long LARGEST_USUAL_BYTES = 64L << 20;

    /** The size up to which files are read faster in memory, whatever the profile: Spark takes longer to start its tasks. */
    private static final long SMALL_BYTES = 1L << 20;

    /** The assumed factor by which text is larger than its compressed file. */
    private static final int COMPRESSION = 6;

    private OutsizedFiles() {}

    /** Returns true if the files together are larger than a council's usual extract. */
    public static boolean among(List<Path> files) {
        return bytes(files) > LARGEST_USUAL_BYTES;
    }

    /** Returns true if the files together are so small that Spark would only slow their validation down. */
    static boolean areSmall(List<Path> files) {
        return bytes(files) <= SMALL_BYTES;
    }

    private static long bytes(List<Path> files) {
        return files.stream().mapToLong(OutsizedFiles::bytes).sum();
    }

    /**
     * Returns the estimated size of the text, or 0 for a file that has disappeared. The code that reads the file
     * reports the error.
     */
    private static long bytes(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean isCompressed = name.endsWith(".gz") || name.endsWith(".zip");
        try {
            return Storage.bytes(file) * (isCompressed ? COMPRESSION : 1);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
