package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hides further cells until no attack succeeds. Where a constraint exposes a hidden cell, the smallest non-zero shown
 * cell of the constraint is hidden. The same constraints in the same order always give the same result.
 *
 * <p>A cell can stay exposed if no cell is left to hide. For example, if readers know that a hidden total is at most 7
 * and it has seven hidden parts, each part is 1.
 *
 * <p>Constraints may span tables and packs. Unconnected groups of constraints are protected separately, so that many
 * tables take no longer together than separately.
 */
final class SecondarySuppression {
    private final List<DisclosureAttack> attacks;

    /**
     * Uses the attacks in order, and starts again with the first whenever an attack led to suppression.
     *
     * @param attacks the cheapest first
     */
    SecondarySuppression(List<DisclosureAttack> attacks) {
        this.attacks = List.copyOf(attacks);
    }

    void protect(List<SumConstraint> sums) {
        ConnectedSums.of(sums).forEach(this::protectTogether);
    }

    private void protectTogether(List<SumConstraint> sums) {
        Map<TableCell, List<SumConstraint>> sumsByCell = new HashMap<>();
        for (SumConstraint sum : sums) {
            sum.cells().forEach(cell -> sumsByCell
                    .computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        int next = 0;
        while (next < attacks.size()) {
            next = suppressExposed(attacks.get(next).exposed(sums), sumsByCell) ? 0 : next + 1;
        }
    }

    /**
     * Suppresses a cell for each exposure, unless an earlier suppression may already protect it. Returns true if any
     * cell was suppressed.
     */
    private static boolean suppressExposed(
            List<DisclosureAttack.Exposure> exposed, Map<TableCell, List<SumConstraint>> sumsByCell) {
        Set<SumConstraint> changed = new HashSet<>();
        for (DisclosureAttack.Exposure exposure : exposed) {
            // After a suppression in this pass the constraint may be safe; the next pass tests it again.
            if (exposure.through().stream().noneMatch(changed::contains)) {
                smallestShown(exposure.through()).ifPresent(cell -> {
                    cell.suppressSecondary();
                    changed.addAll(sumsByCell.get(cell));
                });
            }
        }
        return !changed.isEmpty();
    }

    private static Optional<TableCell> smallestShown(List<SumConstraint> sums) {
        return sums.stream()
                .flatMap(sum -> sum.cells().stream())
                .filter(TableCell::canSuppress)
                .min(Comparator.comparing(cell -> cell.value().abs()));
    }
}
