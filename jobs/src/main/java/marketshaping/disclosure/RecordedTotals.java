package marketshaping.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import marketshaping.table.Table;

/**
 * Supporting counts that are a total less its row {@code Not recorded}, of which each of the other rows is a
 * percentage: beside the total they give away how many are not recorded.
 */
final class RecordedTotals {

    /** The supporting count, and the counts along a dimension that it adds up. */
    private record Rule(String count, String column, String dimension) {}

    private static final List<Rule> RULES = List.of(new Rule("_share_of", "placements", "reason"));

    private RecordedTotals() {}

    static List<Sum> of(Table table, Grid counts) {
        List<Sum> sums = new ArrayList<>();
        for (Rule rule : RULES) {
            Slices.of(table, rule.dimension()).values().forEach(slice -> addSums(sums, rule, slice, counts));
        }
        return sums;
    }

    private static void addSums(List<Sum> sums, Rule rule, TreeMap<String, Integer> slice, Grid counts) {
        List<Cell> unrecorded = cells(counts, slice, "Not recorded", rule.column());
        for (Cell total : cells(counts, slice, "All", rule.column())) {
            slice.values().stream()
                    .flatMap(row -> counts.cell(row, rule.count()).stream())
                    .map(recorded -> new Sum(total, with(recorded, unrecorded)))
                    .filter(Additivity::holds)
                    .forEach(sums::add);
        }
    }

    /** The cell of one row; none where there is no such row, or no number. */
    private static List<Cell> cells(Grid counts, TreeMap<String, Integer> slice, String value, String column) {
        return slice.containsKey(value)
                ? counts.cell(slice.get(value), column).stream().toList()
                : List.of();
    }

    private static List<Cell> with(Cell recorded, List<Cell> unrecorded) {
        List<Cell> parts = new ArrayList<>(unrecorded);
        parts.add(recorded);
        return parts;
    }
}
