package marketshaping.output.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where more can be hidden to help an exposed cell: sums that hold it, or else the nearest by way of other hidden cells.
 * It holds for the sums as they are when it is made.
 */
final class SuppressionSearch {
    /** How many sums away from one the nearest is that has something left to hide, and which that is. */
    private record Step(int distance, SumConstraint helpful) {}

    private final Map<TableCell, List<SumConstraint>> holding;
    private final Map<SumConstraint, Step> steps = new IdentityHashMap<>();

    /** @param holding for each hidden cell its sums */
    SuppressionSearch(List<SumConstraint> sums, Map<TableCell, List<SumConstraint>> holding) {
        this.holding = holding;
        Deque<SumConstraint> queue = new ArrayDeque<>();
        for (SumConstraint sum : sums) {
            if (sum.canCover()) {
                steps.put(sum, new Step(0, sum));
                queue.add(sum);
            }
        }
        while (!queue.isEmpty()) {
            SumConstraint sum = queue.poll();
            Step step = steps.get(sum);
            for (TableCell cell : sum.unknowns()) {
                for (SumConstraint next : holding.get(cell)) {
                    if (steps.putIfAbsent(next, new Step(step.distance() + 1, step.helpful())) == null) {
                        queue.add(next);
                    }
                }
            }
        }
    }

    /** All sums of a cell with something left to hide; where there are none, the nearest one; none if nowhere is. */
    List<SumConstraint> nearest(TableCell cell) {
        List<SumConstraint> own =
                holding.get(cell).stream().filter(SumConstraint::canCover).toList();
        if (!own.isEmpty()) {
            return own;
        }
        Step nearest = null;
        for (SumConstraint sum : holding.get(cell)) {
            Step step = steps.get(sum);
            if (step != null && (nearest == null || step.distance() < nearest.distance())) {
                nearest = step;
            }
        }
        return nearest == null ? List.of() : List.of(nearest.helpful());
    }
}
