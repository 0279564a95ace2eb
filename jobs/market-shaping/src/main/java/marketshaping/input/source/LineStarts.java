package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts where the lines of a text begin. A line ends with a line feed, a carriage return, or a carriage return
 * followed by a line feed.
 */
final class LineStarts implements Closeable {
    private final InputStream in;
    private final byte[] chunk = new byte[256 * 1024];
    private int at;
    private int end;
    private long offset;
    private long begun;
    /** A line starts at the first byte, so the byte before counts as a line end. */
    private byte previous = '\n';

    LineStarts(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** Returns the number of lines that begin at or before a byte, the first being 0. Call it in ascending order. */
    long upTo(long target) throws IOException {
        while (offset <= target && more()) {
            int stop = (int) Math.min(end, at + target - offset + 1);
            offset += stop - at;
            while (at < stop) {
                byte value = chunk[at++];
                if (previous == '\n' || (previous == '\r' && value != '\n')) {
                    begun++;
                }
                previous = value;
            }
        }
        return begun;
    }

    private boolean more() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(in.read(chunk), 0);
        }
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
