package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Subtraction: the one hidden cell of a sum is the total less the rest. */
final class LoneCellAttack implements DisclosureAttack {

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        List<Exposure> exposed = new ArrayList<>();
        for (SumConstraint sum : sums) {
            List<TableCell> unknowns = sum.unknowns();
            if (unknowns.size() == 1 && sum.canCover()) {
                exposed.add(new Exposure(unknowns.get(0), List.of(sum)));
            }
        }
        return exposed;
    }
}
