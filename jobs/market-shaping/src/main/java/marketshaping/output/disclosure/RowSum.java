package marketshaping.output.disclosure;

import java.util.List;

/**
 * A total row and the rows that add up to it, by row index. An example is the row where setting is All and the rows of
 * single settings.
 */
record RowSum(int total, List<Integer> parts) {

    RowSum {
        parts = List.copyOf(parts);
    }
}
