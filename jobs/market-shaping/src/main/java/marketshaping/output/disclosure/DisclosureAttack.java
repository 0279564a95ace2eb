package marketshaping.output.disclosure;

import java.util.List;

/** A method by which a reader might derive hidden figures from published ones. */
interface DisclosureAttack {

    /**
     * A hidden cell that this attack reveals.
     *
     * @param through the constraints that reveal it; hiding one more figure in any of them helps to protect the cell
     */
    record Exposure(TableCell cell, List<SumConstraint> through) {}

    /**
     * Finds hidden cells that the constraints reveal and that further suppression can protect. The result is empty
     * only if there are none.
     */
    List<Exposure> exposed(List<SumConstraint> sums);
}
