package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Solves sparse linear equations for as many unknowns as possible (Gauss-Jordan elimination). The other unknowns are
 * free.
 *
 * <p>Only unknowns with a factor of 1 or -1 are eliminated, so all factors stay whole numbers and are exact. The
 * shortest equation and its rarest unknown come first, which keeps the equations short.
 */
final class FeasibilityEquations {
    /** The number of terms of an equation when it was queued. */
    private record Queued(int equation, int length) {}

    private final List<Map<Integer, Double>> equations = new ArrayList<>();

    /** For each unknown, the indexes of the equations that contain it. */
    private final Map<Integer, TreeSet<Integer>> equationsByUnknown = new HashMap<>();

    private final PriorityQueue<Queued> queue =
            new PriorityQueue<>(Comparator.comparingInt(Queued::length).thenComparingInt(Queued::equation));

    /** For each solved equation, the unknown for which it was solved. */
    private final Map<Integer, Integer> unknownsByEquation = new LinkedHashMap<>();

    /**
     * Solves the equations.
     *
     * @param equations for each equation, the factors by unknown; their sum is zero
     */
    FeasibilityEquations(List<Map<Integer, Double>> equations) {
        for (Map<Integer, Double> equation : equations) {
            int index = this.equations.size();
            this.equations.add(new HashMap<>(equation));
            equation.keySet().forEach(unknown -> equationsByUnknown
                    .computeIfAbsent(unknown, any -> new TreeSet<>())
                    .add(index));
            queue.add(new Queued(index, equation.size()));
        }
        while (!queue.isEmpty()) {
            Queued next = queue.poll();
            Map<Integer, Double> terms = this.equations.get(next.equation());
            if (!unknownsByEquation.containsKey(next.equation()) && next.length() == terms.size()) {
                terms.entrySet().stream()
                        .filter(term -> Math.abs(term.getValue()) == 1)
                        .map(Map.Entry::getKey)
                        .min(Comparator.comparingInt(
                                unknown -> equationsByUnknown.get(unknown).size()))
                        .ifPresent(unknown -> eliminate(unknown, next.equation()));
            }
        }
    }

    /**
     * Returns the solved unknowns. For each, the free unknowns with their factors; the sum of these terms is the value
     * of the solved unknown.
     */
    Map<Integer, Map<Integer, Double>> solved() {
        Map<Integer, Map<Integer, Double>> solved = new LinkedHashMap<>();
        unknownsByEquation.forEach((equation, unknown) -> {
            Map<Integer, Double> terms = new LinkedHashMap<>();
            double factor = -equations.get(equation).get(unknown);
            equations.get(equation).forEach((free, value) -> terms.put(free, value / factor));
            terms.remove(unknown);
            solved.put(unknown, terms);
        });
        return solved;
    }

    /** Returns the equations between free unknowns that are not solved, because they have no factor of 1 or -1. */
    List<Map<Integer, Double>> unsolved() {
        List<Map<Integer, Double>> unsolved = new ArrayList<>();
        for (int equation = 0; equation < equations.size(); equation++) {
            if (!unknownsByEquation.containsKey(equation)
                    && !equations.get(equation).isEmpty()) {
                unsolved.add(equations.get(equation));
            }
        }
        return unsolved;
    }

    private void eliminate(int unknown, int equation) {
        unknownsByEquation.put(equation, unknown);
        Map<Integer, Double> terms = equations.get(equation);
        for (int other : List.copyOf(equationsByUnknown.get(unknown))) {
            if (other != equation) {
                double factor = equations.get(other).get(unknown) / terms.get(unknown);
                terms.forEach((each, value) -> add(other, each, -factor * value));
                queue.add(new Queued(other, equations.get(other).size()));
            }
        }
    }

    private void add(int equation, int unknown, double value) {
        double sum = equations.get(equation).merge(unknown, value, Double::sum);
        if (sum == 0) {
            equations.get(equation).remove(unknown);
            equationsByUnknown.get(unknown).remove(equation);
        } else {
            equationsByUnknown.get(unknown).add(equation);
        }
    }
}
