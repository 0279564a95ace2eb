package marketshaping.output.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The interval in which each unknown of linear equations can be (bounds propagation). Each equation narrows the
 * intervals of its unknowns until no interval changes. Zero solves all equations, so every interval contains zero.
 */
final class FeasibilityBounds {
    private final List<Map<Integer, Double>> equations;
    private final double[] lower;
    private final double[] upper;

    /** For each unknown, the indexes of the equations that contain it. */
    private final List<List<Integer>> equationsByUnknown = new ArrayList<>();

    private final Deque<Integer> queue = new ArrayDeque<>();
    private final BitSet queued = new BitSet();

    private FeasibilityBounds(List<Map<Integer, Double>> equations, double[] lower, double[] upper) {
        this.equations = equations;
        this.lower = lower;
        this.upper = upper;
        for (int unknown = 0; unknown < lower.length; unknown++) {
            equationsByUnknown.add(new ArrayList<>());
        }
        for (int equation = 0; equation < equations.size(); equation++) {
            int index = equation;
            equations.get(equation).keySet().forEach(unknown -> equationsByUnknown
                    .get(unknown)
                    .add(index));
            enqueue(equation);
        }
    }

    /**
     * Narrows the intervals in place.
     *
     * @param equations for each equation, the factors by unknown; their sum is zero
     */
    static void narrow(List<Map<Integer, Double>> equations, double[] lower, double[] upper) {
        FeasibilityBounds bounds = new FeasibilityBounds(equations, lower, upper);
        while (!bounds.queue.isEmpty()) {
            int equation = bounds.queue.poll();
            bounds.queued.clear(equation);
            bounds.narrow(equation);
        }
    }

    private void enqueue(int equation) {
        if (!queued.get(equation)) {
            queued.set(equation);
            queue.add(equation);
        }
    }

    private void narrow(int equation) {
        double least = 0;
        double most = 0;
        for (Map.Entry<Integer, Double> term : equations.get(equation).entrySet()) {
            least += least(term);
            most += most(term);
        }
        for (Map.Entry<Integer, Double> term : equations.get(equation).entrySet()) {
            double factor = term.getValue();
            double first = (least(term) - least) / factor;
            double second = (most(term) - most) / factor;
            narrow(term.getKey(), Math.min(first, second), Math.max(first, second), equation);
        }
    }

    private double least(Map.Entry<Integer, Double> term) {
        return term.getValue() * (term.getValue() > 0 ? lower : upper)[term.getKey()];
    }

    private double most(Map.Entry<Integer, Double> term) {
        return term.getValue() * (term.getValue() > 0 ? upper : lower)[term.getKey()];
    }

    private void narrow(int unknown, double newLower, double newUpper, int equation) {
        if (newLower <= lower[unknown] && newUpper >= upper[unknown]) {
            return;
        }
        lower[unknown] = Math.max(lower[unknown], newLower);
        upper[unknown] = Math.min(upper[unknown], newUpper);
        for (int other : equationsByUnknown.get(unknown)) {
            if (other != equation) {
                enqueue(other);
            }
        }
    }
}
