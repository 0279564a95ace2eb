package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adding and subtracting sums: finds what the sums give away taken together, though no sum alone does. */
final class LinearAttack implements DisclosureAttack {
    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        Map<TableCell, List<SumConstraint>> holding = new HashMap<>();
        for (SumConstraint sum : sums) {
            sum.unknowns().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        SuppressionSearch reach = new SuppressionSearch(sums, holding);
        return LinearSystem.fixedBy(sums).stream()
                .filter(cell -> !isAlone(cell, holding))
                .map(cell -> new Exposure(cell, reach.nearest(cell)))
                .filter(exposure -> !exposure.through().isEmpty())
                .toList();
    }

    /**
     * True for what {@link LoneCellAttack} finds: where that could not be helped, hiding more elsewhere can't either.
     */
    private static boolean isAlone(TableCell cell, Map<TableCell, List<SumConstraint>> holding) {
        return holding.get(cell).stream().anyMatch(sum -> sum.unknowns().size() == 1);
    }
}
