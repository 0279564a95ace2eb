package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;

/**
 * Finds the total rows of a tidy table and the rows that add up to each. A total row has {@code All} in at least one
 * dimension.
 *
 * <p>The parts have the same value as the total row in every dimension where it is not All. They specify one more
 * dimension than the total row does. A total row has one sum for each such dimension. If some dimensions occur only
 * together (the code and name of a host), the parts specify all of them. A dimension without All, such as the month,
 * has no totals.
 */
final class TotalRows {
    private static final String ALL = "All";

    private final Table table;
    private final List<Integer> dimensions;

    private TotalRows(Table table) {
        this.table = table;
        this.dimensions = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).kind() == Column.Kind.DIMENSION)
                .boxed()
                .toList();
    }

    static List<RowSum> of(Table table) {
        return new TotalRows(table).rowSums();
    }

    private List<RowSum> rowSums() {
        Map<BitSet, List<Integer>> byDetail = new LinkedHashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            byDetail.computeIfAbsent(detail(row), any -> new ArrayList<>()).add(row);
        }
        List<RowSum> sums = new ArrayList<>();
        byDetail.forEach((detail, totals) -> {
            Map<BitSet, Map<List<Object>, List<Integer>>> finer = new LinkedHashMap<>();
            byDetail.forEach((other, rows) -> {
                if (!other.equals(detail) && isSubset(detail, other)) {
                    finer.put(other, grouped(rows, detail));
                }
            });
            totals.forEach(total -> sums.addAll(sumsOf(total, detail, finer)));
        });
        return sums;
    }

    private List<RowSum> sumsOf(int total, BitSet detail, Map<BitSet, Map<List<Object>, List<Integer>>> finer) {
        List<Object> key = key(total, detail);
        List<BitSet> present = finer.keySet().stream()
                .filter(other -> finer.get(other).containsKey(key))
                .toList();
        return present.stream()
                .filter(other -> present.stream().noneMatch(less -> !less.equals(other) && isSubset(less, other)))
                .map(other -> new RowSum(total, finer.get(other).get(key)))
                .toList();
    }

    /** Returns the dimensions in which the row has a value other than All. */
    private BitSet detail(int row) {
        BitSet detail = new BitSet();
        for (int dimension : dimensions) {
            detail.set(dimension, !table.rows().get(row).get(dimension).equals(ALL));
        }
        return detail;
    }

    private Map<List<Object>, List<Integer>> grouped(List<Integer> rows, BitSet detail) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(key(row, detail), any -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private List<Object> key(int row, BitSet detail) {
        return detail.stream().mapToObj(i -> table.rows().get(row).get(i)).toList();
    }

    private static boolean isSubset(BitSet less, BitSet more) {
        BitSet missing = (BitSet) less.clone();
        missing.andNot(more);
        return missing.isEmpty();
    }
}
