package marketshaping.input.source;

import java.util.List;

/**
 * The columns of a wide text that are read, where the others need not be cut for every row.
 *
 * @param columns how many the header has
 * @param positions where the kept ones stand, in rising order
 */
public record KeptColumns(int columns, List<Integer> positions) {

    public KeptColumns {
        positions = List.copyOf(positions);
    }

    /** What tells, from the first rows of a file, which of its columns are kept. */
    public interface Choice {
        /** @param head as {@link ScannedFile#head()} has it */
        KeptColumns of(List<List<String>> head);
    }

    /** All that a header of so many columns names. */
    static KeptColumns all(int columns) {
        return new KeptColumns(columns, List.of());
    }

    /** Whether it is worth a copy: most of each row is passed over. */
    boolean isNarrow() {
        return !positions.isEmpty() && positions.size() * 2 < columns;
    }
}
