package marketshaping.input.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Statistics of the records of a text.
 *
 * @param records the number of records
 * @param widest the largest number of cells in a record
 * @param usual the most frequent number of cells in a record
 * @param lineBreaks true if a cell contains a line break
 * @param rareBlanks true if a cell may start or end with a blank other than the space
 * @param tornQuotes true if a quoted cell was split because of a stray quote
 * @param spreads quoted cells over several lines that contain separators
 * @param head the first records, one character per byte
 */
record RecordStatistics(
        long records,
        int widest,
        int usual,
        boolean lineBreaks,
        boolean rareBlanks,
        boolean tornQuotes,
        List<RecordReader.Spread> spreads,
        List<List<String>> head) {
    private static final int HEAD_CHARACTERS = 1024 * 1024;
    /**
     * The minimum width of a table for {@link #swallowed}. In a narrower table, a line of text may have as many
     * separators as a row.
     */
    private static final int LEAST_COLUMNS = 5;

    /** Reads all records. The head keeps undecoded bytes, since the encoding is known only at the end. */
    static RecordStatistics of(RecordReader reader) throws IOException {
        return of(reader, record -> {});
    }

    /** Reads all records, and also passes each to a consumer. */
    static RecordStatistics of(RecordReader reader, Consumer<RecordReader> other) throws IOException {
        int widest = 0;
        int kept = 0;
        long[] ofWidth = new long[Limits.COLUMNS + 1];
        List<List<String>> head = new ArrayList<>();
        while (reader.next()) {
            widest = Math.max(widest, reader.cells());
            ofWidth[reader.cells()]++;
            other.accept(reader);
            if (head.size() < FileScan.HEAD_RECORDS && kept < HEAD_CHARACTERS) {
                List<String> cells = reader.texts(StandardCharsets.ISO_8859_1);
                kept += cells.stream().mapToInt(String::length).sum();
                head.add(cells);
            }
        }
        return new RecordStatistics(
                reader.record(),
                widest,
                usual(ofWidth),
                reader.lineBreaks(),
                reader.rareBlanks(),
                reader.tornQuotes(),
                reader.spreads(),
                head);
    }

    private static int usual(long[] ofWidth) {
        int usual = 0;
        for (int width = 1; width < ofWidth.length; width++) {
            usual = ofWidth[width] > ofWidth[usual] ? width : usual;
        }
        return usual;
    }

    /**
     * Returns the first quoted cell that seems to contain whole rows. Per line break, it has more than half as many
     * separators as a row. A stray quote opened such a cell and another closed it in a later row.
     */
    Optional<RecordReader.Spread> swallowed() {
        return spreads.stream()
                .filter(spread -> usual >= LEAST_COLUMNS && spread.separators() * 2 > spread.breaks() * (usual - 1))
                .findFirst();
    }

    /** Returns the cells of the first records, decoded and trimmed. */
    List<List<String>> head(Charset charset) {
        return head.stream()
                .map(cells -> cells.stream()
                        .map(cell -> Whitespace.trim(new String(cell.getBytes(StandardCharsets.ISO_8859_1), charset)))
                        .toList())
                .toList();
    }
}
