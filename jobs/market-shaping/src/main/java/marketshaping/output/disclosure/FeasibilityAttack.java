package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Disclosure attack by linear programming: finds hidden cells that have only one possible value if all constraints are
 * combined. For example, two hidden counts that total 2 must both be 1, because neither is less than 1. Many
 * constraints together can imply such a total.
 *
 * <p>A hidden cell at its lower bound is safe only if another solution of all constraints makes it larger ({@link
 * FeasibilityProgram}). If every such cell is safe, the bounds fix no other cell, and {@link LinearAttack} has found
 * all that remains.
 */
final class FeasibilityAttack implements DisclosureAttack {
    /**
     * Cells that need no further test. Some can be larger, and further suppression does not change that. Others are
     * exposed and no suppression can protect them.
     */
    private final Set<TableCell> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        List<SumConstraint> exact =
                sums.stream().filter(sum -> sum.difference().signum() == 0).toList();
        Map<TableCell, List<SumConstraint>> sumsByCell = new LinkedHashMap<>();
        for (SumConstraint sum : exact) {
            sum.unknowns().forEach(cell -> sumsByCell
                    .computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        List<TableCell> atBound = sumsByCell.keySet().stream()
                .filter(cell -> cell.isSecret() && FeasibilityProgram.isAtLowerBound(cell) && !settled.contains(cell))
                .toList();
        if (atBound.isEmpty()) {
            return List.of();
        }
        SuppressionSearch search = new SuppressionSearch(exact, sumsByCell);
        List<Exposure> exposed = new ArrayList<>();
        FeasibilityProgram program = new FeasibilityProgram(sumsByCell.keySet(), exact);
        for (TableCell cell : fixedCells(atBound, program)) {
            List<SumConstraint> through = search.nearest(cell);
            if (through.isEmpty()) {
                settled.add(cell);
            } else {
                exposed.add(new Exposure(cell, through));
            }
        }
        return exposed;
    }

    /**
     * Returns those of the cells that no solution can increase. Because they are at their lower bound, readers can
     * calculate them. Tests all cells together while each test finds safe cells, then tests each half separately.
     */
    private List<TableCell> fixedCells(List<TableCell> cells, FeasibilityProgram program) {
        List<TableCell> candidates = unsettled(cells);
        while (!candidates.isEmpty()) {
            FeasibilityProgram.Solution solution = program.maximise(candidates);
            settled.addAll(solution.increased());
            List<TableCell> remaining = unsettled(candidates);
            boolean isUnchanged = remaining.size() == candidates.size();
            // If rounding error alone keeps a cell from reaching one, the cell counts as exposed.
            if (!solution.reachesOne() || isUnchanged && remaining.size() == 1) {
                return remaining;
            }
            if (isUnchanged) {
                int half = remaining.size() / 2;
                List<TableCell> fixed = new ArrayList<>(fixedCells(remaining.subList(0, half), program));
                fixed.addAll(fixedCells(remaining.subList(half, remaining.size()), program));
                return fixed;
            }
            candidates = remaining;
        }
        return candidates;
    }

    private List<TableCell> unsettled(List<TableCell> cells) {
        return cells.stream().filter(cell -> !settled.contains(cell)).toList();
    }
}
