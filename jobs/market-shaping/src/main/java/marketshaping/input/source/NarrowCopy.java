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
 * A staged copy of a wide text that holds the columns that are read, and in a last one a mark where only the others hold
 * text: such a row is not blank. Text beyond the header stays, as a mark too, beyond the copy's columns. Cells stand
 * without quotes, between separators that no text holds, so that cutting a row is quick.
 *
 * <p>Written in the same pass in which the text is counted, so before its encoding is known for sure.
 */
final class NarrowCopy implements Closeable {
    /** The character that ASCII has for this and that nobody types. */
    static final char SEPARATOR = '\u001f';

    private static final byte[] MARK = {'x'};

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

    /** Adds the record that was read last. */
    void add(RecordReader record) {
        try {
            boolean isEmpty = true;
            for (int position : kept.positions()) {
                isEmpty &= record.isBlank(position);
                isFaithful &= record.writeTo(out, position, (byte) SEPARATOR);
                out.write(SEPARATOR);
            }
            if (isEmpty && hasOtherText(record)) {
                out.write(MARK);
            }
            if (hasTextBeyond(record)) {
                isRagged = true;
                out.write(SEPARATOR);
                out.write(MARK);
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

    /** Whether it says what the file says. It does not where a cell holds its separator. */
    boolean isFaithful() {
        return isFaithful;
    }

    /** The copy, which must be closed. */
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
