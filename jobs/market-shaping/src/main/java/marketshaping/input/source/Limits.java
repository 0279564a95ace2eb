package marketshaping.input.source;

/** Limits far above any real extract. Files above a limit are refused, so that they cannot fill memory or disk. */
final class Limits {
    /** Eight times the cell limit of Excel. */
    static final int CELL_BYTES = 256 * 1024;

    static final int RECORD_BYTES = 4 * 1024 * 1024;
    static final int COLUMNS = 2_000;

    /** The total length of a workbook's distinct texts, which are all kept in memory. */
    static final long SHARED_TEXT_CHARACTERS = 200_000_000L;

    /** The memory overhead of each text, in characters. */
    static final int TEXT_OVERHEAD = 32;

    /** More than Excel before 2007 could write. */
    static final long LEGACY_WORKBOOK_BYTES = 256L * 1024 * 1024;

    /** The row limit of Excel. */
    static final int SHEET_ROWS = 1_048_576;

    private static final long ALWAYS_INFLATED = 64L * 1024 * 1024;
    private static final int INFLATION = 200;

    private Limits() {}

    /** Returns the largest unpacked size accepted. Real tables compress to a tenth, a zip bomb to a thousandth. */
    static long inflated(long packedBytes) {
        return Math.max(ALWAYS_INFLATED, packedBytes * INFLATION);
    }
}
