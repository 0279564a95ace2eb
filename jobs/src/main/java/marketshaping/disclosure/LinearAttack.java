package marketshaping.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Adding and subtracting sums: finds what the sums give away taken together, though no sum alone does. */
final class LinearAttack implements Attack {

    @Override
    public List<Exposure> exposed(List<Sum> sums) {
        Map<Cell, List<Sum>> holding = new HashMap<>();
        for (Sum sum : sums) {
            sum.unknowns().forEach(cell -> holding.computeIfAbsent(cell, any -> new ArrayList<>())
                    .add(sum));
        }
        return LinearSystem.fixedBy(sums).stream()
                .filter(cell -> !isAlone(cell, holding))
                .map(cell -> new Exposure(cell, nearest(cell, holding)))
                .toList();
    }

    /**
     * True for what {@link LoneCellAttack} finds: where that could not be helped, hiding more elsewhere can't either.
     */
    private static boolean isAlone(Cell cell, Map<Cell, List<Sum>> holding) {
        return holding.get(cell).stream().anyMatch(sum -> sum.unknowns().size() == 1);
    }

    /** The sums that hold a cell; where those have nothing left to hide, the sums next to them, and so on. */
    static List<Sum> nearest(Cell cell, Map<Cell, List<Sum>> holding) {
        Set<Sum> ring = new LinkedHashSet<>(holding.get(cell));
        Set<Sum> seen = new HashSet<>();
        while (seen.addAll(ring) && ring.stream().noneMatch(Sum::canCover)) {
            ring = ring.stream()
                    .flatMap(sum -> sum.unknowns().stream())
                    .flatMap(unknown -> holding.get(unknown).stream())
                    .filter(sum -> !seen.contains(sum))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return ring.stream().filter(Sum::canCover).toList();
    }
}
