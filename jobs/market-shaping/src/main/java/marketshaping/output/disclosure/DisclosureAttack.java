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
     * Returns hidden cells that the constraints reveal and that further suppression can protect. Returns at least one
     * if any exist.
     */
    List<Exposure> exposed(List<SumConstraint> sums);
}
