package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marketshaping.model.problem.Problems;

/**
 * Splits text into records and cells, with one record in memory at a time. The encoding must be ASCII-compatible. A
 * record ends at a line end outside quotes. A cell is quoted if it starts with a quote, optionally after blanks, and
 * ends with one; a quote within it is doubled. Quotes anywhere else are text.
 *
 * <p>Refuses NUL bytes, a quote that never closes, and a cell or record above the limits, with the record's number.
 */
final class RecordReader {
    private static final int FIRST_BUFFER = 256 * 1024;
    private static final byte QUOTE = '"';
    /**
     * The maximum number of cells that {@link #spreads} keeps, to limit memory. A file with a stray quote usually has
     * fewer.
     */
    private static final int SPREADS = 1_000;

    private final InputStream in;
    private final Path file;
    private final byte separator;
    /** True for each byte with a special meaning outside quotes. The next array is for bytes within quotes. */
    private final boolean[] special = new boolean[256];

    private final boolean[] specialInQuotes = new boolean[256];

    private byte[] buffer = new byte[FIRST_BUFFER + 1];
    private int recordStart;
    private int position;
    private int limit;
    private boolean exhausted;

    private long record;
    private boolean lineBreaks;
    private boolean rareBlanks;
    private boolean tornQuotes;
    private final List<Spread> spreads = new ArrayList<>();
    private int cells;
    /** The start of each cell without its quotes, relative to the record; the next array contains the ends. */
    private int[] starts = new int[64];

    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];

    RecordReader(InputStream in, Path file, Separator separator) {
        this.in = in;
        this.file = file;
        this.separator = (byte) separator.symbol();
        special[this.separator] = true;
        specialInQuotes[QUOTE] = true;
        for (char always : new char[] {'\n', '\r', 0}) {
            special[always] = true;
            specialInQuotes[always] = true;
        }
    }

    /** Reads the next record. Returns false at the end of the text. */
    boolean next() throws IOException {
        recordStart = position;
        if (!available()) {
            return false;
        }
        record++;
        cells = 0;
        while (!readCell()) {
            // readCell stores each cell.
        }
        return true;
    }

    /** Returns the number of the record, from 1. */
    long record() {
        return record;
    }

    /** Returns the number of cells in the record; a blank record has one empty cell. */
    int cells() {
        return cells;
    }

    /** Returns true if any cell so far contains a line break. */
    boolean lineBreaks() {
        return lineBreaks;
    }

    /** Returns true if any cell so far may start or end with a blank other than the space. */
    boolean rareBlanks() {
        return rareBlanks;
    }

    /**
     * Returns true if text followed the closing quote of any cell so far, so that separators within its quotes split
     * it.
     */
    boolean tornQuotes() {
        return tornQuotes;
    }

    /**
     * Returns the quoted cells so far that contain line breaks and separators. Each is real text, or rows between two
     * stray quotes.
     */
    List<Spread> spreads() {
        return spreads;
    }

    /** A quoted cell that spans several lines, with its numbers of line breaks and separators. */
    record Spread(long record, int breaks, int separators) {}

    /** Returns the record's cells without their quotes. */
    List<String> texts(Charset charset) {
        List<String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(text(i, charset));
        }
        return texts;
    }

    /** Returns one of the record's cells without its quotes. */
    String text(int cell, Charset charset) {
        String text = new String(buffer, recordStart + starts[cell], ends[cell] - starts[cell], charset);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** Returns true if the record lacks the cell or the cell contains only spaces. */
    boolean isBlank(int cell) {
        if (cell >= cells) {
            return true;
        }
        for (int i = recordStart + starts[cell]; i < recordStart + ends[cell]; i++) {
            if (buffer[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Writes a cell, if present, without its quotes. Returns false if it contains the unwanted byte. */
    boolean writeTo(OutputStream out, int cell, byte unwanted) throws IOException {
        if (cell >= cells) {
            return true;
        }
        if (doubled[cell]) {
            out.write(text(cell, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.write(buffer, recordStart + starts[cell], ends[cell] - starts[cell]);
        }
        return count(unwanted, starts[cell], ends[cell]) == 0;
    }

    /** Reads one cell and its separator. Returns true at the end of the record. */
    private boolean readCell() throws IOException {
        int start = position - recordStart;
        if (startsQuoted() && readQuoted()) {
            return afterCell();
        }
        skip(special);
        if (peek(0) == 0) {
            throw Problems.nulByte(file, record);
        }
        note(start, position - recordStart, false);
        return afterCell();
    }

    /** Returns true if a quote comes next, and skips the blanks before it. */
    private boolean startsQuoted() throws IOException {
        int ahead = blanks(0);
        if (peek(ahead) != QUOTE) {
            return false;
        }
        position += ahead;
        return true;
    }

    /** Returns the offset of the first byte that is not blank, at or after the given offset. */
    private int blanks(int from) throws IOException {
        int ahead = from;
        while (isBlank(peek(ahead), separator)) {
            ahead++;
        }
        return ahead;
    }

    /**
     * Returns true for a space or control character, except separators and line ends. Spark's CSV parser treats all
     * control characters as blanks.
     */
    private static boolean isBlank(int character, int separator) {
        return character > 0 && character <= ' ' && character != separator && character != '\n' && character != '\r';
    }

    /** Reads a quoted cell. Returns false if text follows its closing quote: the quotes are then part of the text. */
    private boolean readQuoted() throws IOException {
        position++;
        int start = position - recordStart;
        boolean hasDoubled = false;
        boolean hasBreaks = false;
        while (true) {
            skip(specialInQuotes);
            int next = peek(0);
            if (next == QUOTE && peek(1) == QUOTE) {
                hasDoubled = true;
                position += 2;
            } else if (next == QUOTE) {
                break;
            } else if (next < 0) {
                throw Problems.quoteNotClosed(file, record);
            } else if (next == 0) {
                throw Problems.nulByte(file, record);
            } else {
                hasBreaks |= next == '\n' || next == '\r';
                position++;
            }
        }
        int end = position - recordStart;
        int ahead = blanks(1);
        int follower = peek(ahead);
        if (follower >= 0 && follower != separator && follower != '\n' && follower != '\r') {
            if (hasBreaks) {
                // The quote closes in another row, so the rows between are not one cell.
                throw Problems.quoteNotClosed(file, record);
            }
            if (count(separator, start, end) > 0) {
                // It is unclear where the quote should end, so the cell is split at the separators.
                tornQuotes = true;
                position = recordStart + start;
            }
            return false;
        }
        position += ahead;
        if (hasBreaks) {
            lineBreaks = true;
            noteSpread(start, end);
        }
        note(start, end, hasDoubled);
        return true;
    }

    private void noteSpread(int start, int end) {
        int separators = count(separator, start, end);
        if (separators > 0 && spreads.size() < SPREADS) {
            int breaks = Math.max(count((byte) '\n', start, end), count((byte) '\r', start, end));
            spreads.add(new Spread(record, breaks, separators));
        }
    }

    private int count(byte wanted, int start, int end) {
        int count = 0;
        for (int i = recordStart + start; i < recordStart + end; i++) {
            count += buffer[i] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Moves to the next byte that is marked in the array, or to the end of the text. */
    private void skip(boolean[] stops) throws IOException {
        do {
            int at = position;
            // The byte at the limit is a line feed, which ends the loop without a bounds check.
            while (!stops[buffer[at] & 0xFF]) {
                at++;
            }
            position = at;
        } while (position == limit && available());
    }

    /** Skips the separator or line end. Returns true at the end of the record. */
    private boolean afterCell() throws IOException {
        int next = peek(0);
        if (next == separator) {
            position++;
            return false;
        }
        if (next == '\r') {
            // peek may move the buffer and the position, so it must come first.
            int length = peek(1) == '\n' ? 2 : 1;
            position += length;
        } else if (next == '\n') {
            position++;
        }
        return true;
    }

    private void note(int start, int end, boolean hasDoubled) {
        if (end - start > Limits.CELL_BYTES) {
            throw Problems.cellTooLong(file, record, Limits.CELL_BYTES);
        }
        if (cells == Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, record, Limits.COLUMNS);
        }
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        if (end > start) {
            rareBlanks |= mayBeRareBlank(buffer[recordStart + start]) || mayBeRareBlank(buffer[recordStart + end - 1]);
        }
        starts[cells] = start;
        ends[cells] = end;
        doubled[cells] = hasDoubled;
        cells++;
    }

    private static boolean mayBeRareBlank(byte value) {
        // Bytes beyond ASCII are negative.
        return value < ' ';
    }

    /** Returns the byte at an offset, from 0 to 255; -1 beyond the end of the text. */
    private int peek(int ahead) throws IOException {
        while (position + ahead >= limit) {
            if (!more()) {
                return -1;
            }
        }
        return buffer[position + ahead] & 0xFF;
    }

    private boolean available() throws IOException {
        return peek(0) >= 0;
    }

    /** Reads more bytes and keeps the current record in the buffer. Returns false at the end of the text. */
    private boolean more() throws IOException {
        if (exhausted) {
            return false;
        }
        if (recordStart > 0) {
            System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
            position -= recordStart;
            limit -= recordStart;
            recordStart = 0;
        }
        if (limit == buffer.length - 1) {
            if (limit >= Limits.RECORD_BYTES) {
                throw Problems.rowTooLong(file, record, Limits.RECORD_BYTES);
            }
            buffer = Arrays.copyOf(buffer, limit * 2 + 1);
        }
        int read = in.read(buffer, limit, buffer.length - 1 - limit);
        exhausted = read < 0;
        limit += Math.max(read, 0);
        buffer[limit] = '\n';
        return !exhausted;
    }
}
