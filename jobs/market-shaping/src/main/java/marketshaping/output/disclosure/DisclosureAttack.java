package marketshaping.output.disclosure;

import java.util.List;

/** A method by which a reader might derive hidden figures from published ones. */
interface DisclosureAttack {

    /**
     * A hidden cell that readers can calculate by this attack.
     *
     * @param through the constraints that reveal it; hiding one more figure in any of them helps to protect the cell
     */
    record Exposure(TableCell cell, List<SumConstraint> through) {}

    /**
     * Returns hidden cells that readers can calculate from the constraints and that further suppression can protect.
     * May omit some, but returns at least one if there are any.
     */
    List<Exposure> exposed(List<SumConstraint> sums);
}
