package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Disclosure attack by subtraction: if a constraint has only one hidden cell, a reader can calculate it from the total
 * and the other parts.
 */
final class LoneCellAttack implements DisclosureAttack {

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        List<Exposure> exposed = new ArrayList<>();
        for (SumConstraint sum : sums) {
            List<TableCell> unknowns = sum.unknowns();
            if (unknowns.size() == 1 && unknowns.get(0).isSecret() && sum.canSuppress()) {
                exposed.add(new Exposure(unknowns.get(0), List.of(sum)));
            }
        }
        return exposed;
    }
}
