package marketshaping.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where more can be hidden to help an exposed cell: sums that hold it, or else the nearest by way of other hidden cells.
 * It holds for the sums as they are when it is made.
 */
final class Reach {
    /** How many sums away from one the nearest is that has something left to hide, and which that is. */
    private record Step(int distance, Sum helpful) {}

    private final Map<Cell, List<Sum>> holding;
    private final Map<Sum, Step> steps = new IdentityHashMap<>();

    /** @param holding for each hidden cell its sums */
    Reach(List<Sum> sums, Map<Cell, List<Sum>> holding) {
        this.holding = holding;
        Deque<Sum> queue = new ArrayDeque<>();
        for (Sum sum : sums) {
            if (sum.canCover()) {
                steps.put(sum, new Step(0, sum));
                queue.add(sum);
            }
        }
        while (!queue.isEmpty()) {
            Sum sum = queue.poll();
            Step step = steps.get(sum);
            for (Cell cell : sum.unknowns()) {
                for (Sum next : holding.get(cell)) {
                    if (steps.putIfAbsent(next, new Step(step.distance() + 1, step.helpful())) == null) {
                        queue.add(next);
                    }
                }
            }
        }
    }

    /** All sums of a cell with something left to hide; where there are none, the nearest one; none if nowhere is. */
    List<Sum> nearest(Cell cell) {
        List<Sum> own = holding.get(cell).stream().filter(Sum::canCover).toList();
        if (!own.isEmpty()) {
            return own;
        }
        Step nearest = null;
        for (Sum sum : holding.get(cell)) {
            Step step = steps.get(sum);
            if (step != null && (nearest == null || step.distance() < nearest.distance())) {
                nearest = step;
            }
        }
        return nearest == null ? List.of() : List.of(nearest.helpful());
    }
}
