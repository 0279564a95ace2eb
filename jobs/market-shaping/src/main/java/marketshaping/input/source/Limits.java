package marketshaping.input.source;

/** What no honest extract reaches. A file beyond one of these is refused, so that none can fill the memory or the disk. */
final class Limits {
    /** Eight times what Excel allows in a cell. */
    static final int CELL_BYTES = 256 * 1024;

    static final int RECORD_BYTES = 4 * 1024 * 1024;
    static final int COLUMNS = 2_000;

    /** What a workbook may hold of distinct texts, which are all kept in memory. */
    static final long SHARED_TEXT_CHARACTERS = 200_000_000L;

    /** How much memory each of them takes besides its characters, in characters. */
    static final int TEXT_OVERHEAD = 32;

    /** Beyond what Excel before 2007 could hold. */
    static final long LEGACY_WORKBOOK_BYTES = 256L * 1024 * 1024;

    /** A workbook's rows: what Excel allows. */
    static final int SHEET_ROWS = 1_048_576;

    private static final long ALWAYS_INFLATED = 64L * 1024 * 1024;
    private static final int INFLATION = 200;

    private Limits() {}

    /** How many bytes this many packed ones may become: honest tables shrink to a tenth, a bomb to a thousandth. */
    static long inflated(long packedBytes) {
        return Math.max(ALWAYS_INFLATED, packedBytes * INFLATION);
    }
}
