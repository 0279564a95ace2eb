package marketshaping.input.source;

/** A cell's place as spreadsheets write it: B7 is the second column of the seventh row. */
final class CellName {
    private static final int LETTERS = 26;
    /** Beyond what any sheet has. */
    private static final int NO_COLUMN = 1_000_000;

    private CellName() {}

    /** @param column from 1 */
    static String of(long row, long column) {
        StringBuilder letters = new StringBuilder();
        for (long rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }

    /** The column of a cell's name, from 1. Beyond what any sheet has, the same whatever the letters. */
    static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length() && name.charAt(i) > '9'; i++) {
            column = Math.min(column * LETTERS + Character.toUpperCase(name.charAt(i)) - 'A' + 1, NO_COLUMN);
        }
        return column;
    }
}
