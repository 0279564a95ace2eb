package marketshaping.input.source;

/** Cell names of spreadsheets: B7 is the second column of the seventh row. */
final class CellName {
    private static final int LETTERS = 26;
    /** A column number beyond the limit of any sheet. */
    private static final int NO_COLUMN = 1_000_000;

    private CellName() {}

    /**
     * Returns the name of a cell.
     *
     * @param row from 1
     * @param column from 1
     */
    static String of(long row, long column) {
        StringBuilder letters = new StringBuilder();
        for (long rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }

    /** Returns the column of a cell's name, from 1; at most a number beyond the limit of any sheet. */
    static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length() && name.charAt(i) > '9'; i++) {
            column = Math.min(column * LETTERS + Character.toUpperCase(name.charAt(i)) - 'A' + 1, NO_COLUMN);
        }
        return column;
    }
}
