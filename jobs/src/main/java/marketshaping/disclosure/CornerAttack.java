package marketshaping.disclosure;

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
 * larger: others must be able to change with it, and every sum hold ({@link Corner}). Where each of those has a way,
 * bounds narrow none of the others to one value, and {@link LinearAttack} has found all that is left.
 */
final class CornerAttack implements Attack {
    /** Those that have a way, which hiding more doesn't take away, and those for which there is nothing left to hide. */
    private final Set<Cell> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public List<Exposure> exposed(List<Sum> sums) {
        List<Sum> exact =
                sums.stream().filter(sum -> sum.difference().signum() == 0).toList();
        Map<Cell, List<Sum>> holding = new LinkedHashMap<>();
        for (Sum sum : exact) {
            sum.unknowns().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        List<Cell> cornered = holding.keySet().stream()
                .filter(cell -> Corner.isAtCorner(cell) && !settled.contains(cell))
                .toList();
        if (cornered.isEmpty()) {
            return List.of();
        }
        Reach reach = new Reach(exact, holding);
        List<Exposure> exposed = new ArrayList<>();
        try (Corner corner = new Corner(holding.keySet(), exact)) {
            for (Cell cell : withoutWay(cornered, corner)) {
                List<Sum> through = reach.nearest(cell);
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
    private List<Cell> withoutWay(List<Cell> cells, Corner corner) {
        List<Cell> left = unsettled(cells);
        while (!left.isEmpty()) {
            Corner.Step step = corner.largest(left);
            settled.addAll(step.larger());
            List<Cell> still = unsettled(left);
            boolean isStuck = still.size() == left.size();
            // One that came to a whole one but for a rounding error is not taken to have a way.
            if (!step.isWhole() || isStuck && still.size() == 1) {
                return still;
            }
            if (isStuck) {
                int half = still.size() / 2;
                List<Cell> without = new ArrayList<>(withoutWay(still.subList(0, half), corner));
                without.addAll(withoutWay(still.subList(half, still.size()), corner));
                return without;
            }
            left = still;
        }
        return left;
    }

    private List<Cell> unsettled(List<Cell> cells) {
        return cells.stream().filter(cell -> !settled.contains(cell)).toList();
    }
}
