package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits constraints into groups that share no cells (connected components, by union-find). Each group can be protected
 * independently.
 */
final class ConnectedSums {
    private final Map<TableCell, Integer> indexes = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();

    private ConnectedSums() {}

    /**
     * Returns the groups in the order of their first constraint, without duplicate constraints. Omits a constraint
     * whose total is also one of its parts, because it adds no information.
     */
    static Collection<List<SumConstraint>> of(List<SumConstraint> sums) {
        ConnectedSums connected = new ConnectedSums();
        Set<Set<TableCell>> seen = new HashSet<>();
        List<SumConstraint> informative = new ArrayList<>();
        for (SumConstraint sum : sums) {
            // Constraints on the same cells are duplicates: their totals differ only if all other cells are zero.
            if (!sum.parts().contains(sum.total()) && seen.add(Set.copyOf(sum.cells()))) {
                informative.add(sum);
                connected.join(sum);
            }
        }
        Map<Integer, List<SumConstraint>> parts = new LinkedHashMap<>();
        for (SumConstraint sum : informative) {
            parts.computeIfAbsent(connected.root(connected.index(sum.total())), any -> new ArrayList<>())
                    .add(sum);
        }
        return parts.values();
    }

    private void join(SumConstraint sum) {
        int total = index(sum.total());
        sum.parts().forEach(part -> parents.set(root(index(part)), root(total)));
    }

    private int index(TableCell cell) {
        return indexes.computeIfAbsent(cell, any -> {
            parents.add(parents.size());
            return parents.size() - 1;
        });
    }

    private int root(int cell) {
        int root = cell;
        while (parents.get(root) != root) {
            parents.set(root, parents.get(parents.get(root)));
            root = parents.get(root);
        }
        return root;
    }
}
