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

    private static final int FIRST_TEXT = 3;
    private static final char RAGGED = 'r';
    private static final char HEADER = 'h';

    private final Path path;
    private final Writer out;

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
        try {
            out.append(Integer.toString(row.file())).append(SEPARATOR).append(Long.toString(row.number()));
            out.append(SEPARATOR);
            if (row.isRagged()) {
                out.append(RAGGED);
            }
            if (row.repeatsHeader()) {
                out.append(HEADER);
            }
            for (String text : row.texts()) {
                out.append(SEPARATOR);
                if (text != null) {
                    out.append(text.replace(SEPARATOR, ' '));
                }
            }
            out.append('\n');
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

    private static TextRow row(String line) {
        String[] cells = line.split(String.valueOf(SEPARATOR), -1);
        String[] texts = new String[cells.length - FIRST_TEXT];
        for (int i = 0; i < texts.length; i++) {
            String text = cells[i + FIRST_TEXT];
            texts[i] = text.isEmpty() ? null : text;
        }
        return new TextRow(
                Integer.parseInt(cells[0]),
                Long.parseLong(cells[1]),
                texts,
                cells[2].indexOf(RAGGED) >= 0,
                cells[2].indexOf(HEADER) >= 0);
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
