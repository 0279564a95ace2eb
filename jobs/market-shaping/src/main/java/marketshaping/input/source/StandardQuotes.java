package marketshaping.input.source;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Passes delimited text on with quotes as RFC 4180 defines them, so that a strict parser splits it. A cell is quoted if
 * it starts with a quote, optionally after blanks, and ends with one. If text follows the closing quote, all quotes of
 * the cell are text. Every record is one line that ends with a line feed, because FastCSV loses records after a carriage
 * return in a cell.
 *
 * <p>Refuses NUL characters, a quote that never closes or swallows rows, and a cell or record above the limits, with the
 * record's number. One record is in memory at a time.
 */
final class StandardQuotes extends Reader {
    private static final int BLOCK = 64 * 1024;
    private static final char QUOTE = '"';
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n]");

    /** The way in which a quoted cell contains a quote. */
    enum Escape {
        DOUBLED,
        BACKSLASH
    }

    private final Reader text;
    private final Path file;
    private final char separator;
    private final Escape escape;
    private final SwallowedRows swallowed;
    private char[] buffer = new char[BLOCK];
    /** The position of the current cell in the buffer. All other positions are relative to it. */
    private int cell;

    private int limit;
    private boolean ended;
    private final StringBuilder out = new StringBuilder(BLOCK * 2);
    private int given;
    private long record;
    private int columns;
    private int recordLength;
    private boolean regular = true;
    private long backslashRecord;

    StandardQuotes(Reader text, Path file, char separator, Escape escape) {
        this.text = text;
        this.file = file;
        this.separator = separator;
        this.escape = escape;
        swallowed = new SwallowedRows(separator);
    }

    /** Returns true if no cell so far had text after its closing quote, or an escape of the other kind. */
    boolean isRegular() {
        return regular;
    }

    /** Returns the first record in which a backslash precedes a quote within a quoted cell; 0 if there is none. */
    long backslashRecord() {
        return backslashRecord;
    }

    /** Reads the text to its end. Returns the problem that refuses it; null if it is accepted. */
    UserProblem problem() throws IOException {
        try {
            transferTo(Writer.nullWriter());
            return null;
        } catch (UserProblem problem) {
            return problem;
        }
    }

    /** Returns the number of cells in each of the first records, up to the first problem. */
    List<Integer> widths(int records) throws IOException {
        List<Integer> widths = new ArrayList<>();
        try {
            int width = 1;
            while (widths.size() < records && copyCell()) {
                width++;
                if (columns == 0) {
                    widths.add(width - 1);
                    width = 1;
                }
            }
        } catch (UserProblem problem) {
            // A wrong separator or the end of a sample may break a quoted cell. The records before it are sufficient.
            return widths;
        }
        return widths;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given == out.length()) {
            out.setLength(0);
            given = 0;
            while (out.length() < BLOCK && copyCell()) {
                // copyCell appends to the output.
            }
        }
        int count = Math.min(length, out.length() - given);
        out.getChars(given, given + count, target, offset);
        given += count;
        return count == 0 ? -1 : count;
    }

    /** Copies the next cell with its separator or line end. Returns false at the end of the text. */
    private boolean copyCell() throws IOException {
        if (columns == 0) {
            if (at(0) < 0) {
                swallowed.first().ifPresent(rows -> {
                    throw Problems.quoteSwallowsRows(file, rows.number(), rows.breaks());
                });
                return false;
            }
            record++;
        }
        if (++columns > Limits.COLUMNS) {
            throw Problems.tooManyColumns(file, record, Limits.COLUMNS);
        }
        int length = copyQuoted();
        if (length < 0) {
            length = copyUnquoted();
        }
        recordLength += length + 1;
        if (recordLength > Limits.RECORD_BYTES) {
            throw Problems.rowTooLong(file, record, Limits.RECORD_BYTES);
        }
        int next = at(length);
        if (next == separator) {
            out.append(separator);
            cell += length + 1;
            return true;
        }
        int lineEnd = next == '\r' && at(length + 1) == '\n' ? 2 : next < 0 ? 0 : 1;
        cell += length + lineEnd;
        out.append('\n');
        swallowed.endRecord();
        columns = 0;
        recordLength = 0;
        return true;
    }

    /** Copies a quoted cell and returns its length with the blanks around it; -1 if the cell is not quoted. */
    private int copyQuoted() throws IOException {
        int open = blanks(0);
        if (at(open) != QUOTE) {
            return -1;
        }
        boolean hasBreaks = false;
        boolean hasBackslashes = false;
        int close = open + 1;
        for (int c = at(close); c != QUOTE || at(close + 1) == QUOTE; c = at(close)) {
            if (c < 0) {
                throw Problems.quoteNotClosed(file, record);
            } else if (c == 0) {
                throw Problems.nulByte(file, record);
            }
            boolean isEscape =
                    escape == Escape.BACKSLASH && c == '\\' && (at(close + 1) == QUOTE || at(close + 1) == c);
            hasBackslashes |= isEscape;
            if (c == QUOTE) {
                regular &= escape == Escape.DOUBLED;
                noteBackslash(open, close);
            }
            hasBreaks |= c == '\n' || c == '\r';
            close += c == QUOTE || isEscape ? 2 : 1;
        }
        int length = blanks(close + 1);
        int follower = at(length);
        if (follower >= 0 && follower != separator && follower != '\n' && follower != '\r') {
            noteBackslash(open, close);
            if (hasBreaks) {
                // The quote closes in another row, so the rows between are not one cell.
                throw Problems.quoteNotClosed(file, record);
            }
            regular = false;
            return -1;
        }
        mustFit(close - open - 1);
        swallowed.cell(buffer, cell + open + 1, cell + close, hasBreaks);
        if (hasBackslashes || hasBreaks) {
            String inner = new String(buffer, cell + open + 1, close - open - 1);
            String line = LINE_BREAK.matcher(inner).replaceAll(" ");
            appendQuoted(hasBackslashes ? line.replaceAll("\\\\([\"\\\\])", "$1") : line.replace("\"\"", "\""));
        } else {
            out.append(buffer, cell + open, close + 1 - open);
        }
        return length;
    }

    private int copyUnquoted() throws IOException {
        int length = 0;
        int c = at(0);
        while (c != separator && c != '\n' && c != '\r' && c > 0) {
            c = at(++length);
        }
        if (c == 0) {
            throw Problems.nulByte(file, record);
        }
        mustFit(length);
        swallowed.cell(buffer, cell, cell + length, false);
        if (length > 0 && buffer[cell] == QUOTE) {
            appendQuoted(new String(buffer, cell, length));
        } else {
            out.append(buffer, cell, length);
        }
        return length;
    }

    private void appendQuoted(String text) {
        out.append(QUOTE).append(text.replace("\"", "\"\"")).append(QUOTE);
    }

    private void noteBackslash(int open, int quote) throws IOException {
        if (backslashRecord == 0 && quote > open + 1 && at(quote - 1) == '\\') {
            backslashRecord = record;
        }
    }

    private void mustFit(int length) {
        if (length > Limits.CELL_BYTES) {
            throw Problems.cellTooLong(file, record, Limits.CELL_BYTES);
        }
    }

    /** Returns the first position from the given one that is not a space or control character. */
    private int blanks(int from) throws IOException {
        int ahead = from;
        for (int c = at(ahead); c > 0 && c <= ' ' && c != separator && c != '\n' && c != '\r'; c = at(ahead)) {
            ahead++;
        }
        return ahead;
    }

    /** Returns the character at a position; -1 beyond the end of the text. */
    private int at(int offset) throws IOException {
        while (cell + offset >= limit) {
            if (!more()) {
                return -1;
            }
        }
        return buffer[cell + offset];
    }

    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, cell, buffer, 0, limit - cell);
        limit -= cell;
        cell = 0;
        if (limit == buffer.length) {
            if (limit >= Limits.RECORD_BYTES) {
                throw Problems.rowTooLong(file, record, Limits.RECORD_BYTES);
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int count = text.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(count, 0);
        return !ended;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
