package marketshaping.input.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the lines of a text that begin at or before a byte position. A line ends with a line feed, a carriage return,
 * or a carriage return followed by a line feed.
 */
final class LineStarts implements Closeable {
    private final InputStream in;
    private final byte[] chunk = new byte[256 * 1024];
    private int at;
    private int end;
    private long offset;
    private long begun;
    /** The previous byte. Initially a line end, because a line starts at the first byte. */
    private byte previous = '\n';

    LineStarts(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /**
     * Returns the number of lines that begin at or before a byte position, from 0. Positions must ascend from call to
     * call.
     */
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
