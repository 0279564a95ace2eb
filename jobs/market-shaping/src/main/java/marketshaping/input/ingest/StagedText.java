package marketshaping.input.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import marketshaping.engine.Storage;
import marketshaping.input.mapping.TextRow;
import marketshaping.model.problem.Problems;

/**
 * A staged copy of rows that Spark reads in parallel: UTF-8, one row per line. Each line contains the file number, the
 * row number, two flags and the text of each column. Only the owner can read it, because it contains personal data.
 */
final class StagedText implements AutoCloseable {
    /** The ASCII unit separator, which nobody types. */
    private static final char SEPARATOR = '\u001f';

    private static final char RAGGED = 'r';
    private static final char HEADER = 'h';

    private final Path path;
    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    StagedText(Path path) {
        this.path = path;
        try {
            Storage.createFolder(path.getParent());
            out = new BufferedWriter(
                    new OutputStreamWriter(Storage.createPrivate(path), StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    void add(TextRow row) {
        line.setLength(0);
        line.append(row.file()).append(SEPARATOR).append(row.number()).append(SEPARATOR);
        if (row.isRagged()) {
            line.append(RAGGED);
        }
        if (row.repeatsHeader()) {
            line.append(HEADER);
        }
        for (String text : row.texts()) {
            line.append(SEPARATOR);
            if (text != null) {
                line.append(text.replace(SEPARATOR, ' '));
            }
        }
        line.append('\n');
        try {
            // One call per row: each call takes a lock.
            out.append(line);
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    /** Converts lines back to rows, one at a time, and each row to a result. */
    static <T> Iterator<T> rows(Iterator<String> lines, Function<TextRow, T> work) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public T next() {
                return work.apply(row(lines.next()));
            }
        };
    }

    /** Converts a line back to a row. */
    static TextRow row(String line) {
        int afterFile = line.indexOf(SEPARATOR);
        int afterRow = line.indexOf(SEPARATOR, afterFile + 1);
        int afterFlags = end(line, afterRow + 1);
        String flags = line.substring(afterRow + 1, afterFlags);
        String[] texts = new String[columns(line, afterFlags)];
        int start = afterFlags + 1;
        for (int i = 0; i < texts.length; i++) {
            int end = end(line, start);
            texts[i] = end == start ? null : line.substring(start, end);
            start = end + 1;
        }
        return new TextRow(
                Integer.parseInt(line, 0, afterFile, 10),
                Long.parseLong(line, afterFile + 1, afterRow, 10),
                texts,
                flags.indexOf(RAGGED) >= 0,
                flags.indexOf(HEADER) >= 0);
    }

    /** Returns the position after the text that starts here. */
    private static int end(String line, int start) {
        int end = line.indexOf(SEPARATOR, start);
        return end < 0 ? line.length() : end;
    }

    private static int columns(String line, int afterFlags) {
        int columns = 0;
        for (int at = line.indexOf(SEPARATOR, afterFlags); at >= 0; at = line.indexOf(SEPARATOR, at + 1)) {
            columns++;
        }
        return columns;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
