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
 * A linear program that calculates how much larger hidden cells could be than their true values, given what readers
 * know. All constraints must hold, and no cell may fall below its known lower bound.
 */
final class FeasibilityProgram implements AutoCloseable {
    private static final double ONE = 1 - 1e-6;

    /** The largest change of a cell in the program. A higher limit would not change the result. */
    private static final double LARGEST_CHANGE = 1000;

    /**
     * Selects the dual simplex method. The program starts at zero, a degenerate vertex, where the primal method cycles.
     */
    private static final String DUAL_SIMPLEX = "use_dual_simplex: true";

    private final MPSolver solver;
    private final Map<TableCell, MPVariable> changes = new LinkedHashMap<>();

    /**
     * An optimal solution.
     *
     * @param reachesOne true if the increases of the requested cells add up to at least one; if false, no requested
     *     cell can increase by one
     * @param increased all cells at a lower bound that this solution increases by one, even if not requested
     */
    record Solution(boolean reachesOne, List<TableCell> increased) {}

    /**
     * Builds the program.
     *
     * @param hidden all hidden cells of the constraints
     * @param sums constraints that hold exactly
     */
    FeasibilityProgram(Collection<TableCell> hidden, List<SumConstraint> sums) {
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("GLOP");
        if (!solver.setSolverSpecificParametersAsString(DUAL_SIMPLEX)) {
            throw new IllegalStateException("The GLOP solver rejects the parameter " + DUAL_SIMPLEX);
        }
        for (TableCell cell : hidden) {
            double upper = isAtLowerBound(cell) ? 1 : LARGEST_CHANGE;
            changes.put(cell, solver.makeNumVar(-Math.min(slack(cell), LARGEST_CHANGE), upper, ""));
        }
        sums.forEach(this::addConstraint);
    }

    /** Returns true if readers know that the cell cannot be smaller. */
    static boolean isAtLowerBound(TableCell cell) {
        return slack(cell) == 0;
    }

    private static double slack(TableCell cell) {
        return cell.value().doubleValue() - (cell.isAtLeastOne() ? 1 : 0);
    }

    private void addConstraint(SumConstraint sum) {
        MPConstraint constraint = solver.makeConstraint(0, 0);
        sum.parts().forEach(part -> addTerm(constraint, part, 1));
        addTerm(constraint, sum.total(), -1);
    }

    private void addTerm(MPConstraint constraint, TableCell cell, int factor) {
        MPVariable change = changes.get(cell);
        if (change != null) {
            constraint.setCoefficient(change, constraint.getCoefficient(change) + factor);
        }
    }

    /** Finds the solution with the largest total increase of these cells, where each can increase by at most one. */
    Solution maximise(List<TableCell> cells) {
        MPObjective objective = solver.objective();
        objective.clear();
        cells.forEach(cell -> objective.setCoefficient(changes.get(cell), 1));
        objective.setMaximization();
        ResultStatus status = solver.solve();
        if (status != ResultStatus.OPTIMAL) {
            throw new IllegalStateException("Zero solves the feasibility program, but the solver returned " + status);
        }
        return new Solution(
                objective.value() >= ONE,
                changes.entrySet().stream()
                        .filter(change -> isAtLowerBound(change.getKey())
                                && change.getValue().solutionValue() >= ONE)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public void close() {
        solver.delete();
    }
}
