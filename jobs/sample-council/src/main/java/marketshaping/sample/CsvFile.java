package marketshaping.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;

/** One comma-separated file, written row by row, with a header, line feeds and quotes only where needed. */
final class CsvFile implements Closeable {
    private final Writer writer;
    private final int columns;
    private final StringBuilder line = new StringBuilder();

    CsvFile(OutputStream out, Charset charset, String... header) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
        this.columns = header.length;
        row((Object[]) header);
    }

    /** Writes one row; an open date becomes an empty cell. */
    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "A row of " + cells.length + " cells in a file of " + columns + " columns");
        }
        line.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            append(cells[i]);
        }
        line.append('\n');
        flushLine();
    }

    /** Writes the last row again. */
    void repeat() {
        flushLine();
    }

    /** Writes a row of empty cells. */
    void blank() {
        line.setLength(0);
        line.append(",".repeat(columns - 1)).append('\n');
        flushLine();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void append(Object cell) {
        if (cell instanceof LocalDate && cell.equals(SampleCalendar.OPEN)) {
            return;
        }
        String text = cell.toString();
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }

    private void flushLine() {
        try {
            writer.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
