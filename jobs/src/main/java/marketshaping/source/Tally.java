package marketshaping.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pass over the records of a text finds: how many, how wide, whether cells hold line breaks or may start or end
 * with a blank that is no space, and the first ones.
 */
record Tally(long records, int widest, boolean lineBreaks, boolean rareBlanks, List<List<String>> head) {
    private static final int HEAD_CHARACTERS = 1024 * 1024;

    /** Reads to the end. The encoding is known only then, so the head is kept as the bytes were. */
    static Tally of(RecordReader reader) throws IOException {
        int widest = 0;
        int kept = 0;
        List<List<String>> head = new ArrayList<>();
        while (reader.next()) {
            widest = Math.max(widest, reader.cells());
            if (head.size() < FileScan.HEAD_RECORDS && kept < HEAD_CHARACTERS) {
                List<String> cells = reader.texts(StandardCharsets.ISO_8859_1);
                kept += cells.stream().mapToInt(String::length).sum();
                head.add(cells);
            }
        }
        return new Tally(reader.record(), widest, reader.lineBreaks(), reader.rareBlanks(), head);
    }

    /** The cells of the first records in their encoding, trimmed. */
    List<List<String>> head(Charset charset) {
        return head.stream()
                .map(cells -> cells.stream()
                        .map(cell -> Blanks.trim(new String(cell.getBytes(StandardCharsets.ISO_8859_1), charset)))
                        .toList())
                .toList();
    }
}
