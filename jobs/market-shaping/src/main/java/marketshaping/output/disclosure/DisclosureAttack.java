package marketshaping.output.disclosure;

import java.util.List;

/** One way in which a reader might work out what is hidden from what is shown. */
interface DisclosureAttack {

    /**
     * A cell that this attack works out.
     *
     * @param through sums by which it does so: one figure less in any of them is one step towards hiding the cell
     */
    record Exposure(TableCell cell, List<SumConstraint> through) {}

    /** Hidden cells that can be worked out from the sums and helped by hiding more; empty only if there are none. */
    List<Exposure> exposed(List<SumConstraint> sums);
}
