package marketshaping.input.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a pass over the records of a text finds: how many, how wide at most and mostly, whether cells hold line breaks,
 * may start or end with a blank that is no space or were torn at a stray quote, and the first ones.
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
    /** In a narrower table a line of text may have as many separators as a row. */
    private static final int LEAST_COLUMNS = 5;

    /** Reads to the end. The encoding is known only then, so the head is kept as the bytes were. */
    static RecordStatistics of(RecordReader reader) throws IOException {
        return of(reader, record -> {});
    }

    /** The same, while something else looks at each record too. */
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
     * A cell over several lines with nearly as many separators as that many rows have: a stray quote opened it and
     * another closed it further down. Text of several lines has few.
     */
    Optional<RecordReader.Spread> swallowed() {
        return spreads.stream()
                .filter(spread -> usual >= LEAST_COLUMNS && spread.separators() * 2 > spread.breaks() * (usual - 1))
                .findFirst();
    }

    /** The cells of the first records in their encoding, trimmed. */
    List<List<String>> head(Charset charset) {
        return head.stream()
                .map(cells -> cells.stream()
                        .map(cell -> Whitespace.trim(new String(cell.getBytes(StandardCharsets.ISO_8859_1), charset)))
                        .toList())
                .toList();
    }
}
