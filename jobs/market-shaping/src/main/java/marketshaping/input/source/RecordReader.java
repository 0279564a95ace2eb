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
 * Cuts text into records and cells, one record in memory at a time. The text is bytes in which ASCII characters stand
 * for themselves. A record ends at a line end outside quotes; a cell is quoted if it starts with a quote, after blanks
 * or not, and ends with one, and a quote within it is doubled. Quotes anywhere else are text.
 *
 * <p>Refuses by name what can't be a table: NUL bytes, a quote that never closes, a cell or a record beyond all measure.
 */
final class RecordReader {
    private static final int FIRST_BUFFER = 256 * 1024;
    private static final byte QUOTE = '"';
    /** More than a file with a stray quote in it has. */
    private static final int SPREADS = 1_000;

    private final InputStream in;
    private final Path file;
    private final byte separator;
    /** The bytes that plain text stops at, outside quotes and within. */
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
    /** Where each cell of the record starts and ends, counted from the start of the record; quotes are left out. */
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

    /** Goes to the next record. False at the end of the text. */
    boolean next() throws IOException {
        recordStart = position;
        if (!available()) {
            return false;
        }
        record++;
        cells = 0;
        while (!readCell()) {
            // Each cell is noted as it is read.
        }
        return true;
    }

    /** The number of the record, from 1. */
    long record() {
        return record;
    }

    /** How many cells the record has: a blank one has one, which is empty. */
    int cells() {
        return cells;
    }

    /** Whether any cell so far held a line break. */
    boolean lineBreaks() {
        return lineBreaks;
    }

    /** Whether any cell so far starts or ends with what may be a blank other than the space. */
    boolean rareBlanks() {
        return rareBlanks;
    }

    /** Whether any cell so far was cut at separators between quotes, because text followed the second quote. */
    boolean tornQuotes() {
        return tornQuotes;
    }

    /** The cells so far that hold line breaks and separators: each may be text, or rows that a stray quote swallowed. */
    List<Spread> spreads() {
        return spreads;
    }

    /** A quoted cell over several lines: how many breaks and separators it holds. */
    record Spread(long record, int breaks, int separators) {}

    /** The record's cells without their quotes. */
    List<String> texts(Charset charset) {
        List<String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(text(i, charset));
        }
        return texts;
    }

    /** One of the record's cells without its quotes. */
    String text(int cell, Charset charset) {
        String text = new String(buffer, recordStart + starts[cell], ends[cell] - starts[cell], charset);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** Whether the record has no such cell, or nothing but spaces in it. */
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

    /** Writes a cell without its quotes; nothing if the record has no such cell. False if it holds the byte given. */
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

    /** Reads one cell and what follows it. True if that ended the record. */
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

    /** Whether a quote comes next; the blanks before it are passed over then. */
    private boolean startsQuoted() throws IOException {
        int ahead = blanks(0);
        if (peek(ahead) != QUOTE) {
            return false;
        }
        position += ahead;
        return true;
    }

    /** How far ahead the blanks end that start so far ahead. */
    private int blanks(int from) throws IOException {
        int ahead = from;
        while (isBlank(peek(ahead), separator)) {
            ahead++;
        }
        return ahead;
    }

    /** The engine's parser takes every control character for a blank. */
    private static boolean isBlank(int character, int separator) {
        return character > 0 && character <= ' ' && character != separator && character != '\n' && character != '\r';
    }

    /** Reads a quoted cell. False if text follows its closing quote: then the quotes are part of the text. */
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
                // The quote closed in another row than it belongs to, so the rows between are not one cell.
                throw Problems.quoteNotClosed(file, record);
            }
            if (count(separator, start, end) > 0) {
                // Whether the quote was meant to close here or earlier can't be told, so the separators count.
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

    /** Goes to the next of these bytes, or to the end of the text. */
    private void skip(boolean[] stops) throws IOException {
        do {
            int at = position;
            // The byte at the limit is a line feed, which ends this without a check of its own.
            while (!stops[buffer[at] & 0xFF]) {
                at++;
            }
            position = at;
        } while (position == limit && available());
    }

    /** Passes over the separator or line end. True if that ended the record. */
    private boolean afterCell() throws IOException {
        int next = peek(0);
        if (next == separator) {
            position++;
            return false;
        }
        if (next == '\r') {
            // Looking ahead may move what is read, and the position with it, so it goes first.
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

    /** The byte that far ahead, as it is from 0 to 255; -1 beyond the end of the text. */
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

    /** Reads more behind what there is, keeping the record that was begun. False at the end of the text. */
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
