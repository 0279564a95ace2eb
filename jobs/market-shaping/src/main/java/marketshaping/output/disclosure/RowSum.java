package marketshaping.output.disclosure;

import java.util.List;

/**
 * Rows of a table that add up to a total row, by row index; for example the settings and the row where setting is
 * All.
 */
record RowSum(int total, List<Integer> parts) {

    RowSum {
        parts = List.copyOf(parts);
    }
}
