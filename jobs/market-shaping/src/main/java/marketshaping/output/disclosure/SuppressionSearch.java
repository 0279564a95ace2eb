package marketshaping.output.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the constraints in which hiding another cell helps to protect an exposed cell. These are constraints of the
 * cell itself. If they have no cell left to suppress, it is the nearest constraint connected through hidden cells.
 * Distances are calculated once and do not reflect later suppression.
 */
final class SuppressionSearch {
    /**
     * The nearest constraint with a cell left to suppress.
     *
     * @param distance the number of hidden cells on the way to it
     */
    private record Step(int distance, SumConstraint suppressible) {}

    private final Map<TableCell, List<SumConstraint>> sumsByCell;
    private final Map<SumConstraint, Step> steps = new IdentityHashMap<>();

    /**
     * Calculates the distance of each constraint to the nearest one with a cell left to suppress.
     *
     * @param sumsByCell the constraints of each hidden cell
     */
    SuppressionSearch(List<SumConstraint> sums, Map<TableCell, List<SumConstraint>> sumsByCell) {
        this.sumsByCell = sumsByCell;
        Deque<SumConstraint> queue = new ArrayDeque<>();
        for (SumConstraint sum : sums) {
            if (sum.canSuppress()) {
                steps.put(sum, new Step(0, sum));
                queue.add(sum);
            }
        }
        while (!queue.isEmpty()) {
            SumConstraint sum = queue.poll();
            Step step = steps.get(sum);
            for (TableCell cell : sum.unknowns()) {
                for (SumConstraint next : sumsByCell.get(cell)) {
                    if (steps.putIfAbsent(next, new Step(step.distance() + 1, step.suppressible())) == null) {
                        queue.add(next);
                    }
                }
            }
        }
    }

    /**
     * Returns all constraints of the cell that have a cell left to suppress. If there are none, returns the nearest
     * other constraint with such a cell, or an empty list.
     */
    List<SumConstraint> nearest(TableCell cell) {
        List<SumConstraint> own =
                sumsByCell.get(cell).stream().filter(SumConstraint::canSuppress).toList();
        if (!own.isEmpty()) {
            return own;
        }
        Step nearest = null;
        for (SumConstraint sum : sumsByCell.get(cell)) {
            Step step = steps.get(sum);
            if (step != null && (nearest == null || step.distance() < nearest.distance())) {
                nearest = step;
            }
        }
        return nearest == null ? List.of() : List.of(nearest.suppressible());
    }
}
