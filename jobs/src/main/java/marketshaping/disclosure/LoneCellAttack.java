package marketshaping.disclosure;

import java.util.ArrayList;
import java.util.List;

/** Subtraction: the one hidden cell of a sum is the total less the rest. */
final class LoneCellAttack implements Attack {

    @Override
    public List<Exposure> exposed(List<Sum> sums) {
        List<Exposure> exposed = new ArrayList<>();
        for (Sum sum : sums) {
            List<Cell> unknowns = sum.unknowns();
            if (unknowns.size() == 1 && sum.canCover()) {
                exposed.add(new Exposure(unknowns.get(0), List.of(sum)));
            }
        }
        return exposed;
    }
}
