package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts sums into those that have to do with each other; what one part gives away doesn't depend on another. */
final class ConnectedSums {
    private final Map<TableCell, Integer> numbers = new HashMap<>();
    private final List<Integer> leaders = new ArrayList<>();

    private ConnectedSums() {}

    /** Each sum once, in order; a sum of a cell that is in all its parts already says nothing and is left out. */
    static Collection<List<SumConstraint>> of(List<SumConstraint> sums) {
        ConnectedSums connected = new ConnectedSums();
        Set<Set<TableCell>> seen = new HashSet<>();
        List<SumConstraint> telling = new ArrayList<>();
        for (SumConstraint sum : sums) {
            // The total of the same cells is the same one, but where the others are nought.
            if (!sum.parts().contains(sum.total()) && seen.add(Set.copyOf(sum.cells()))) {
                telling.add(sum);
                connected.join(sum);
            }
        }
        Map<Integer, List<SumConstraint>> parts = new LinkedHashMap<>();
        for (SumConstraint sum : telling) {
            parts.computeIfAbsent(connected.leader(connected.number(sum.total())), any -> new ArrayList<>())
                    .add(sum);
        }
        return parts.values();
    }

    private void join(SumConstraint sum) {
        int total = number(sum.total());
        sum.parts().forEach(part -> leaders.set(leader(number(part)), leader(total)));
    }

    private int number(TableCell cell) {
        return numbers.computeIfAbsent(cell, any -> {
            leaders.add(leaders.size());
            return leaders.size() - 1;
        });
    }

    private int leader(int cell) {
        int leader = cell;
        while (leaders.get(leader) != leader) {
            leaders.set(leader, leaders.get(leaders.get(leader)));
            leader = leaders.get(leader);
        }
        return leader;
    }
}
