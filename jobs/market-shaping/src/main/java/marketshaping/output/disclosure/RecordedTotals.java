package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import marketshaping.model.table.Table;

/**
 * Finds supporting counts that equal the total minus the row {@code Not recorded}. They are the denominators of
 * percentages in the other rows. Readers who also know the total can calculate the number not recorded.
 */
final class RecordedTotals {

    /** The supporting count, and the column and dimension that it adds up. */
    private record Rule(String count, String column, String dimension) {}

    private static final List<Rule> RULES = List.of(new Rule("_share_of", "placements", "reason"));

    private RecordedTotals() {}

    static List<SumConstraint> of(Table table, Grid counts) {
        List<SumConstraint> sums = new ArrayList<>();
        for (Rule rule : RULES) {
            Slices.of(table, rule.dimension()).values().forEach(slice -> addSums(sums, rule, slice, counts));
        }
        return sums;
    }

    private static void addSums(List<SumConstraint> sums, Rule rule, TreeMap<String, Integer> slice, Grid counts) {
        List<TableCell> unrecorded = cells(counts, slice, "Not recorded", rule.column());
        for (TableCell total : cells(counts, slice, "All", rule.column())) {
            slice.values().stream()
                    .flatMap(row -> counts.cell(row, rule.count()).stream())
                    .map(recorded -> new SumConstraint(total, with(recorded, unrecorded)))
                    .filter(Additivity::holds)
                    .forEach(sums::add);
        }
    }

    /**
     * Returns a list with the cell of the row with this value; empty if there is no such row or the cell is not a
     * number.
     */
    private static List<TableCell> cells(Grid counts, TreeMap<String, Integer> slice, String value, String column) {
        return slice.containsKey(value)
                ? counts.cell(slice.get(value), column).stream().toList()
                : List.of();
    }

    private static List<TableCell> with(TableCell recorded, List<TableCell> unrecorded) {
        List<TableCell> parts = new ArrayList<>(unrecorded);
        parts.add(recorded);
        return parts;
    }
}
