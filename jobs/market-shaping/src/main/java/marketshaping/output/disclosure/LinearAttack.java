package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Disclosure attack by linear equations: a reader adds or subtracts several totals to calculate a hidden cell that no
 * single total reveals.
 */
final class LinearAttack implements DisclosureAttack {
    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        Map<TableCell, List<SumConstraint>> sumsByCell = new HashMap<>();
        for (SumConstraint sum : sums) {
            sum.unknowns().forEach(cell -> sumsByCell
                    .computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        SuppressionSearch search = new SuppressionSearch(sums, sumsByCell);
        return LinearSystem.fixedBy(sums).stream()
                .filter(cell -> cell.isSecret() && !isAlone(cell, sumsByCell))
                .map(cell -> new Exposure(cell, search.nearest(cell)))
                .filter(exposure -> !exposure.through().isEmpty())
                .toList();
    }

    /**
     * Returns true if the cell is the only hidden cell of a constraint, so that {@link LoneCellAttack} finds it. If
     * that attack could not protect the cell, suppression elsewhere cannot either.
     */
    private static boolean isAlone(TableCell cell, Map<TableCell, List<SumConstraint>> sumsByCell) {
        return sumsByCell.get(cell).stream().anyMatch(sum -> sum.unknowns().size() == 1);
    }
}
