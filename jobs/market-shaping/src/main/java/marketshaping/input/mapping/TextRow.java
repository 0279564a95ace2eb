package marketshaping.input.mapping;

import java.util.List;

/**
 * The text of one row, before translation.
 *
 * @param file the position of its file in the extract, from 0
 * @param number the row number in the file, from 1
 * @param texts the text of each readable column, in the order of the columns of {@link RowTranslator}; null if the cell
 *     is empty or the file lacks the column
 * @param isRagged true if the row has text beyond the columns of the header
 * @param repeatsHeader true if each required column repeats the cell of the header
 * @param leftOut the reason why the row is no record, if a join has already decided it; otherwise null
 * @param faults rule violations that a join has already found; otherwise empty
 */
public record TextRow(
        int file,
        long number,
        String[] texts,
        boolean isRagged,
        boolean repeatsHeader,
        String leftOut,
        List<String> faults) {

    /** Creates a row of a file. */
    public TextRow(int file, long number, String[] texts, boolean isRagged, boolean repeatsHeader) {
        this(file, number, texts, isRagged, repeatsHeader, null, List.of());
    }
}
