package marketshaping.output.disclosure;

import java.util.List;

/** Rows of a table that make up another, by their numbers: the settings, say, and the row where setting is All. */
record RowSum(int total, List<Integer> parts) {

    RowSum {
        parts = List.copyOf(parts);
    }
}
