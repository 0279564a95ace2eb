package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A linear program that calculates how much larger hidden cells could be than their true values, given what readers
 * know. All constraints must hold, and no cell may fall below its known lower bound.
 *
 * <p>The solver receives a smaller program with the same solutions: without the cells that cannot change, and with the
 * constraints solved for most of the others. A solution counts only if it satisfies the original program. If the solver
 * fails, cells that could be larger may count as exposed, but exposed cells never count as safe.
 */
final class FeasibilityProgram {
    private static final double ROUNDING_ERROR = 1e-6;
    private static final double ONE = 1 - ROUNDING_ERROR;

    /** The largest change of a cell in the program. A higher limit would not change the result. */
    private static final double LARGEST_CHANGE = 1000;

    /** More steps than a solution takes. A limit of time would make the result depend on the computer. */
    private static final int MOST_STEPS = 100_000;

    private final Map<TableCell, Integer> indexes = new LinkedHashMap<>();

    /** For each constraint, the factors by index of its cells; the sum of the changes is zero. */
    private final List<Map<Integer, Double>> equations = new ArrayList<>();

    private final double[] lower;
    private final double[] upper;

    /** For each change that follows from others, these with their factors. */
    private final Map<Integer, Map<Integer, Double>> solved;

    private final List<Map<Integer, Double>> unsolved;

    /**
     * A solution.
     *
     * @param reachesOne false if no requested cell can increase by one; true if the increases of the requested cells
     *     add up to at least one, or if the solver failed
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
        hidden.forEach(cell -> indexes.put(cell, indexes.size()));
        lower = hidden.stream()
                .mapToDouble(cell -> -Math.min(slack(cell), LARGEST_CHANGE))
                .toArray();
        upper = hidden.stream()
                .mapToDouble(cell -> isAtLowerBound(cell) ? 1 : LARGEST_CHANGE)
                .toArray();
        sums.forEach(sum -> equations.add(equation(sum)));
        FeasibilityBounds.narrow(equations, lower, upper);
        FeasibilityEquations reduced = new FeasibilityEquations(equations.stream()
                .map(this::withoutFixed)
                .filter(terms -> !terms.isEmpty())
                .distinct()
                .toList());
        solved = reduced.solved();
        unsolved = reduced.unsolved();
    }

    /** Returns true if readers know that the cell cannot be smaller. */
    static boolean isAtLowerBound(TableCell cell) {
        return slack(cell) == 0;
    }

    private static double slack(TableCell cell) {
        return cell.value().doubleValue() - (cell.isAtLeastOne() ? 1 : 0);
    }

    private Map<Integer, Double> equation(SumConstraint sum) {
        Map<Integer, Double> terms = new TreeMap<>();
        sum.parts().forEach(part -> addTerm(terms, part, 1));
        addTerm(terms, sum.total(), -1);
        terms.values().removeIf(factor -> factor == 0);
        return terms;
    }

    private void addTerm(Map<Integer, Double> terms, TableCell cell, double factor) {
        Integer index = indexes.get(cell);
        if (index != null) {
            terms.merge(index, factor, Double::sum);
        }
    }

    private Map<Integer, Double> withoutFixed(Map<Integer, Double> equation) {
        Map<Integer, Double> terms = new TreeMap<>(equation);
        terms.keySet().removeIf(this::isFixed);
        return terms;
    }

    private boolean isFixed(int index) {
        return lower[index] == 0 && upper[index] == 0;
    }

    /** Finds the solution with the largest total increase of these cells, where each can increase by at most one. */
    Solution maximise(List<TableCell> cells) {
        List<Integer> requested = cells.stream()
                .map(indexes::get)
                .filter(index -> !isFixed(index))
                .toList();
        if (requested.isEmpty()) {
            return new Solution(false, List.of());
        }
        ReducedProgram program = new ReducedProgram(requested);
        boolean isOptimal = program.result.getState().isOptimal();
        double[] changes = program.changes();
        if (!program.result.getState().isFeasible() || !isSolution(changes)) {
            return new Solution(true, List.of());
        }
        double total = requested.stream().mapToDouble(index -> changes[index]).sum();
        return new Solution(
                !isOptimal || total >= ONE,
                indexes.entrySet().stream()
                        .filter(cell -> isAtLowerBound(cell.getKey()) && changes[cell.getValue()] >= ONE)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private boolean isSolution(double[] changes) {
        return IntStream.range(0, changes.length)
                        .allMatch(index -> changes[index] >= lower[index] - ROUNDING_ERROR
                                && changes[index] <= upper[index] + ROUNDING_ERROR)
                && equations.stream().allMatch(terms -> Math.abs(sum(terms, changes)) <= ROUNDING_ERROR);
    }

    private static double sum(Map<Integer, Double> terms, double[] changes) {
        double sum = 0;
        for (Map.Entry<Integer, Double> term : terms.entrySet()) {
            sum += term.getValue() * changes[term.getKey()];
        }
        return sum;
    }

    /** The program in the changes that do not follow from others. */
    private final class ReducedProgram {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<Integer, Variable> variables = new LinkedHashMap<>();
        final Optimisation.Result result;

        ReducedProgram(List<Integer> requested) {
            unsolved.forEach(terms -> expression(terms).level(0));
            solved.forEach(
                    (index, terms) -> expression(terms).lower(lower[index]).upper(upper[index]));
            Map<Integer, Double> weights = new HashMap<>();
            for (int index : requested) {
                solved.getOrDefault(index, Map.of(index, 1.0))
                        .forEach((free, factor) -> weights.merge(free, factor, Double::sum));
            }
            weights.forEach((free, weight) -> variable(free).weight(weight));
            model.options.iterations_abort = MOST_STEPS;
            result = model.maximise();
        }

        private Expression expression(Map<Integer, Double> terms) {
            // The model finds an expression by its name.
            Expression expression = model.newExpression(String.valueOf(model.countExpressions()));
            terms.forEach((free, factor) -> expression.set(variable(free), factor));
            return expression;
        }

        private Variable variable(int free) {
            return variables.computeIfAbsent(
                    free, any -> model.newVariable("").lower(lower[free]).upper(upper[free]));
        }

        /** Returns the change of each cell. */
        double[] changes() {
            double[] changes = new double[lower.length];
            variables.forEach((free, variable) -> changes[free] = result.doubleValue(model.indexOf(variable)));
            solved.forEach((index, terms) -> changes[index] = sum(terms, changes));
            return changes;
        }
    }
}
