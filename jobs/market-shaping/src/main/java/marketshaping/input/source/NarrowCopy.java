package marketshaping.input.source;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marketshaping.model.problem.Problems;

/**
 * A staged copy of a wide text with only the columns to read. An extra column contains a marker if only omitted columns
 * contain text, because such a row is not blank. A further marker means that the row has text beyond the header's
 * columns. Cells have no quotes, and their separator does not occur in text, so rows can be split fast.
 *
 * <p>The copy is written during the scan, before the encoding is certain.
 */
final class NarrowCopy implements Closeable {
    /** The ASCII unit separator, which nobody types. */
    static final char SEPARATOR = '\u001f';

    private static final byte[] MARKER = {'x'};

    private final Path path;
    private final KeptColumns kept;
    private final OutputStream out;
    private final boolean[] isKept;
    private boolean isFaithful = true;
    private boolean isRagged;

    NarrowCopy(Path path, KeptColumns kept) {
        this.path = path;
        this.kept = kept;
        isKept = new boolean[kept.columns()];
        kept.positions().forEach(position -> isKept[position] = true);
        out = new BufferedOutputStream(StagedText.create(path), 1 << 16);
    }

    /** Adds the reader's current record. */
    void add(RecordReader record) {
        try {
            boolean isEmpty = true;
            for (int position : kept.positions()) {
                isEmpty &= record.isBlank(position);
                isFaithful &= record.writeTo(out, position, (byte) SEPARATOR);
                out.write(SEPARATOR);
            }
            if (isEmpty && hasOtherText(record)) {
                out.write(MARKER);
            }
            if (hasTextBeyond(record)) {
                isRagged = true;
                out.write(SEPARATOR);
                out.write(MARKER);
            }
            out.write('\n');
        } catch (IOException e) {
            throw Problems.cannotWrite(path, e.toString());
        }
    }

    private boolean hasOtherText(RecordReader record) {
        for (int i = 0; i < Math.min(record.cells(), kept.columns()); i++) {
            if (!isKept[i] && !isBlank(record, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTextBeyond(RecordReader record) {
        for (int i = kept.columns(); i < record.cells(); i++) {
            if (!isBlank(record, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(RecordReader record, int cell) {
        return record.isBlank(cell)
                || Whitespace.trim(record.text(cell, StandardCharsets.UTF_8)).isEmpty();
    }

    /** Returns false if a cell contained the separator, which makes the copy invalid. */
    boolean isFaithful() {
        return isFaithful;
    }

    /** Returns the completed copy. Close this writer first. */
    TextFile text(Separator ofFile, RecordStatistics tally) throws IOException {
        int columns = kept.positions().size() + 1;
        return new TextFile(
                path,
                ofFile,
                Files.size(path),
                tally.records(),
                isRagged ? columns + 1 : columns,
                tally.rareBlanks(),
                List.copyOf(kept.positions()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
