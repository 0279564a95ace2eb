package marketshaping.input.source;

import java.util.List;

/**
 * The columns to read from a wide text file, so that the others need not be split in every row.
 *
 * @param columns the number of columns in the header
 * @param positions the positions of the columns to read, ascending; empty for all
 */
public record KeptColumns(int columns, List<Integer> positions) {

    public KeptColumns {
        positions = List.copyOf(positions);
    }

    /** Decides which columns to read, based on the first rows of a file. */
    public interface Choice {
        /**
         * Returns the columns to read.
         *
         * @param head the first rows, as in {@link ScannedFile#head()}
         */
        KeptColumns of(List<List<String>> head);
    }

    /** Returns a result for which all columns are read. */
    static KeptColumns all(int columns) {
        return new KeptColumns(columns, List.of());
    }

    /** Returns true if a copy is worthwhile because less than half of the columns are read. */
    boolean isNarrow() {
        return !positions.isEmpty() && positions.size() * 2 < columns;
    }
}
