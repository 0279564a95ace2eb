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
 * Hides more until none of the attacks works any longer: where a sum gives a hidden cell away, its smallest figure that
 * is shown and not nought goes too. The result depends on the order of the sums alone.
 *
 * <p>Where nothing is left to hide, a cell may stay exposed: if a hidden total is known to be at most 7 and has seven
 * hidden parts, each of them is 1.
 *
 * <p>It knows cells and sums, not tables: sums that span tables or packs need no more than being in the list. What has
 * no cell in common with the rest is protected by itself, so that many tables take no longer together than one by one.
 */
final class SecondarySuppression {
    private final List<DisclosureAttack> attacks;

    /**
     * The attacks are tried in order, and from the first again whenever something was hidden: the cheapest goes
     * first.
     */
    SecondarySuppression(List<DisclosureAttack> attacks) {
        this.attacks = List.copyOf(attacks);
    }

    void protect(List<SumConstraint> sums) {
        ConnectedSums.of(sums).forEach(this::protectTogether);
    }

    private void protectTogether(List<SumConstraint> sums) {
        Map<TableCell, List<SumConstraint>> holding = new HashMap<>();
        for (SumConstraint sum : sums) {
            sum.cells().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        int next = 0;
        while (next < attacks.size()) {
            next = coverAll(attacks.get(next).exposed(sums), holding) ? 0 : next + 1;
        }
    }

    /** Covers what is exposed and tells whether it could cover anything. */
    private static boolean coverAll(
            List<DisclosureAttack.Exposure> exposed, Map<TableCell, List<SumConstraint>> holding) {
        Set<SumConstraint> changed = new HashSet<>();
        for (DisclosureAttack.Exposure exposure : exposed) {
            // A sum that has just lost a figure may no longer give the cell away; the next round tells.
            if (exposure.through().stream().noneMatch(changed::contains)) {
                smallest(exposure.through()).ifPresent(cell -> {
                    cell.cover();
                    changed.addAll(holding.get(cell));
                });
            }
        }
        return !changed.isEmpty();
    }

    private static Optional<TableCell> smallest(List<SumConstraint> sums) {
        return sums.stream()
                .flatMap(sum -> sum.cells().stream())
                .filter(TableCell::canCover)
                .min(Comparator.comparing(cell -> cell.value().abs()));
    }
}
