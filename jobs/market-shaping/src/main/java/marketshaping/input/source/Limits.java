package marketshaping.input.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.io.input.BoundedInputStream;

/** Limits far above any real extract. Files above a limit are refused, so that they cannot fill memory or disk. */
final class Limits {
    /** Eight times the cell limit of Excel. */
    static final int CELL_BYTES = 256 * 1024;

    static final int RECORD_BYTES = 4 * 1024 * 1024;
    static final int COLUMNS = 2_000;

    /** The size of a file that is read into memory as a whole. */
    static final long TREE_BYTES = 64L * 1024 * 1024;

    /** The total length of a workbook's distinct texts, which are all kept in memory. */
    static final long SHARED_TEXT_CHARACTERS = 200_000_000L;

    /** The memory overhead of each text, in characters. */
    static final int TEXT_OVERHEAD = 32;

    /** The size of an XLS workbook, which takes about nine times as much memory. */
    static final long LEGACY_WORKBOOK_BYTES = 128L * 1024 * 1024;

    /** The row limit of Excel. */
    static final int SHEET_ROWS = 1_048_576;

    private Limits() {}

    /** Returns the largest unpacked size accepted. Real tables compress to a tenth, a zip bomb to a thousandth. */
    static long inflated(long packedBytes) {
        return Math.max(64L * 1024 * 1024, packedBytes * 200);
    }

    /** Passes bytes on up to a limit, and throws the given problem if there may be more. */
    static InputStream bounded(InputStream in, long limit, Supplier<UserProblem> refusal) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(limit)
                .setOnMaxCount((most, count) -> {
                    throw refusal.get();
                })
                .get();
    }
}
