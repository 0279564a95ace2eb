package marketshaping.input.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import marketshaping.engine.Storage;

/**
 * Recognises reference files of a whole country, such as the postcode directory, in a council's inputs. They are read
 * with the region profile while every other input is read with the council profile.
 */
final class OutsizedFiles {
    private static final long LARGEST_USUAL_BYTES = 64L << 20;

    /** The factor by which text is larger than its compressed file. */
    private static final int COMPRESSION = 6;

    private OutsizedFiles() {}

    /** Returns true if the files together are larger than a council's usual extract. */
    static boolean among(List<Path> files) {
        return files.stream().mapToLong(OutsizedFiles::bytes).sum() > LARGEST_USUAL_BYTES;
    }

    /** Returns 0 for a file that has disappeared; the reader reports it. */
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
