package marketshaping.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adding and subtracting sums: finds what the sums give away taken together, though no sum alone does. */
final class LinearAttack implements Attack {
    @Override
    public List<Exposure> exposed(List<Sum> sums) {
        Map<Cell, List<Sum>> holding = new HashMap<>();
        for (Sum sum : sums) {
            sum.unknowns().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        Reach reach = new Reach(sums, holding);
        return LinearSystem.fixedBy(sums).stream()
                .filter(cell -> !isAlone(cell, holding))
                .map(cell -> new Exposure(cell, reach.nearest(cell)))
                .filter(exposure -> !exposure.through().isEmpty())
                .toList();
    }

    /**
     * True for what {@link LoneCellAttack} finds: where that could not be helped, hiding more elsewhere can't either.
     */
    private static boolean isAlone(Cell cell, Map<Cell, List<Sum>> holding) {
        return holding.get(cell).stream().anyMatch(sum -> sum.unknowns().size() == 1);
    }
}
