package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds of all sums taken together. Two hidden figures that are 2 in all, say, are 1 each, for none is less than 1; and
 * that they are 2 in all may follow from many sums. So a hidden cell that is the least it can be must have a way to be
 * larger: others must be able to change with it, and every sum hold ({@link FeasibilityProgram}). Where each of those has a way,
 * bounds narrow none of the others to one value, and {@link LinearAttack} has found all that is left.
 */
final class FeasibilityAttack implements DisclosureAttack {
    /** Those that have a way, which hiding more doesn't take away, and those for which there is nothing left to hide. */
    private final Set<TableCell> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        List<SumConstraint> exact =
                sums.stream().filter(sum -> sum.difference().signum() == 0).toList();
        Map<TableCell, List<SumConstraint>> holding = new LinkedHashMap<>();
        for (SumConstraint sum : exact) {
            sum.unknowns().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        List<TableCell> cornered = holding.keySet().stream()
                .filter(cell -> FeasibilityProgram.isAtCorner(cell) && !settled.contains(cell))
                .toList();
        if (cornered.isEmpty()) {
            return List.of();
        }
        SuppressionSearch reach = new SuppressionSearch(exact, holding);
        List<Exposure> exposed = new ArrayList<>();
        try (FeasibilityProgram corner = new FeasibilityProgram(holding.keySet(), exact)) {
            for (TableCell cell : withoutWay(cornered, corner)) {
                List<SumConstraint> through = reach.nearest(cell);
                if (through.isEmpty()) {
                    settled.add(cell);
                } else {
                    exposed.add(new Exposure(cell, through));
                }
            }
        }
        return exposed;
    }

    /** Many are made larger at once, as long as that shows any to have a way, and then fewer. */
    private List<TableCell> withoutWay(List<TableCell> cells, FeasibilityProgram corner) {
        List<TableCell> left = unsettled(cells);
        while (!left.isEmpty()) {
            FeasibilityProgram.Step step = corner.largest(left);
            settled.addAll(step.larger());
            List<TableCell> still = unsettled(left);
            boolean isStuck = still.size() == left.size();
            // One that came to a whole one but for a rounding error is not taken to have a way.
            if (!step.isWhole() || isStuck && still.size() == 1) {
                return still;
            }
            if (isStuck) {
                int half = still.size() / 2;
                List<TableCell> without = new ArrayList<>(withoutWay(still.subList(0, half), corner));
                without.addAll(withoutWay(still.subList(half, still.size()), corner));
                return without;
            }
            left = still;
        }
        return left;
    }

    private List<TableCell> unsettled(List<TableCell> cells) {
        return cells.stream().filter(cell -> !settled.contains(cell)).toList();
    }
}
