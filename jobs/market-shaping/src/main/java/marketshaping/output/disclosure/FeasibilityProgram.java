package marketshaping.output.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hidden cells as a linear program: how much more or less each can be than it is, while every sum holds and none is less
 * than readers know it to be.
 */
final class FeasibilityProgram implements AutoCloseable {
    private static final double WHOLE = 1 - 1e-6;

    /** Nobody needs to know that a count could be larger still. */
    private static final double FAR = 1000;

    /** Nothing as it is solves the program, with most cells at a bound: the other way goes round in circles there. */
    private static final String FROM_ABOVE = "use_dual_simplex: true";

    private final MPSolver solver;
    private final Map<TableCell, MPVariable> changes = new LinkedHashMap<>();

    /**
     * A solution.
     *
     * @param isWhole whether the cells that were asked for came to a whole one all in all; where they did not, none of
     *     them alone would
     * @param larger the cells at the corner that are larger in it by a whole one, also those not asked for
     */
    record Step(boolean isWhole, List<TableCell> larger) {}

    /** @param sums those that hold exactly, whose hidden cells are these */
    FeasibilityProgram(Collection<TableCell> hidden, List<SumConstraint> sums) {
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("GLOP");
        if (!solver.setSolverSpecificParametersAsString(FROM_ABOVE)) {
            throw new IllegalStateException("The solver does not know " + FROM_ABOVE);
        }
        for (TableCell cell : hidden) {
            double most = isAtCorner(cell) ? 1 : FAR;
            changes.put(cell, solver.makeNumVar(-Math.min(room(cell), FAR), most, ""));
        }
        sums.forEach(this::constrain);
    }

    /** True for a cell of which readers know that it can't be less. */
    static boolean isAtCorner(TableCell cell) {
        return room(cell) == 0;
    }

    private static double room(TableCell cell) {
        double least = cell.state() == TableCell.State.REMAINDER ? 0 : 1;
        return cell.value().doubleValue() - least;
    }

    private void constrain(SumConstraint sum) {
        MPConstraint constraint = solver.makeConstraint(0, 0);
        sum.parts().forEach(part -> add(constraint, part, 1));
        add(constraint, sum.total(), -1);
    }

    private void add(MPConstraint constraint, TableCell cell, int factor) {
        MPVariable change = changes.get(cell);
        if (change != null) {
            constraint.setCoefficient(change, constraint.getCoefficient(change) + factor);
        }
    }

    /** Makes these as much larger, all in all, as can be, though none by more than one. */
    Step largest(List<TableCell> cells) {
        MPObjective objective = solver.objective();
        objective.clear();
        cells.forEach(cell -> objective.setCoefficient(changes.get(cell), 1));
        objective.setMaximization();
        ResultStatus status = solver.solve();
        if (status != ResultStatus.OPTIMAL) {
            throw new IllegalStateException("A linear program that nothing as it is solves came out as " + status);
        }
        return new Step(
                objective.value() >= WHOLE,
                changes.entrySet().stream()
                        .filter(change ->
                                isAtCorner(change.getKey()) && change.getValue().solutionValue() >= WHOLE)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public void close() {
        solver.delete();
    }
}
