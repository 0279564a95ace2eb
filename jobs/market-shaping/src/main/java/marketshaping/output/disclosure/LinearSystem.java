package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Linear equations, one per constraint, whose unknowns are the hidden cells.
 *
 * <p>An unknown is fixed if it is zero in every solution of the homogeneous system (all shown cells set to zero). To
 * find such unknowns, the conjugate gradient method projects a random vector onto the solution space. Unknowns that
 * become zero are fixed.
 *
 * <p>By chance, about one other unknown in a million also becomes zero, and one figure too many is hidden. The
 * equations are sparse, so the method takes a thousandth of the time of elimination.
 */
final class LinearSystem {
    private static final long SEED = 5;
    private static final double ZERO = 1e-6;
    private static final double CONVERGED = 1e-26;

    private final Map<TableCell, Integer> unknowns = new LinkedHashMap<>();

    /** For each constraint, the indexes of its unknown parts. */
    private final int[][] parts;

    /** For each constraint, the index of its total, or -1 if the total is shown. */
    private final int[] total;

    private LinearSystem(List<SumConstraint> sums) {
        List<int[]> unknownParts = new ArrayList<>();
        List<Integer> unknownTotals = new ArrayList<>();
        for (SumConstraint sum : sums) {
            if (sum.cells().stream().anyMatch(cell -> !cell.isShown())) {
                unknownParts.add(sum.parts().stream()
                        .filter(cell -> !cell.isShown())
                        .mapToInt(this::index)
                        .toArray());
                unknownTotals.add(sum.total().isShown() ? -1 : index(sum.total()));
            }
        }
        parts = unknownParts.toArray(int[][]::new);
        total = unknownTotals.stream().mapToInt(Integer::intValue).toArray();
    }

    private int index(TableCell cell) {
        return unknowns.computeIfAbsent(cell, any -> unknowns.size());
    }

    /** Returns the hidden cells that the equations determine, in the order of the constraints. */
    static List<TableCell> fixedBy(List<SumConstraint> sums) {
        LinearSystem system = new LinearSystem(sums);
        double[] solution = system.randomSolution();
        return system.unknowns.entrySet().stream()
                .filter(unknown -> Math.abs(solution[unknown.getValue()]) < ZERO)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double[] randomSolution() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] solution = random.doubles(unknowns.size(), -1, 1).toArray();
        double[] residual = multiply(solution);
        double[] gradient = multiplyTransposed(residual);
        double[] direction = gradient.clone();
        double norm = squaredNorm(gradient);
        double goal = norm * CONVERGED;
        for (int step = 0; norm > goal && step < 2 * unknowns.size(); step++) {
            double[] image = multiply(direction);
            double length = norm / squaredNorm(image);
            addTo(solution, -length, direction);
            addTo(residual, -length, image);
            gradient = multiplyTransposed(residual);
            double next = squaredNorm(gradient);
            scaleAndAdd(direction, next / norm, gradient);
            norm = next;
        }
        return solution;
    }

    /**
     * Returns, for each constraint, the amount by which these values miss the total. Amounts are scaled, so that long
     * constraints weigh no more than short ones.
     */
    private double[] multiply(double[] values) {
        double[] result = new double[parts.length];
        for (int sum = 0; sum < parts.length; sum++) {
            double difference = total[sum] < 0 ? 0 : -values[total[sum]];
            for (int part : parts[sum]) {
                difference += values[part];
            }
            result[sum] = difference * scale(sum);
        }
        return result;
    }

    private double[] multiplyTransposed(double[] differences) {
        double[] result = new double[unknowns.size()];
        for (int sum = 0; sum < parts.length; sum++) {
            double difference = differences[sum] * scale(sum);
            if (total[sum] >= 0) {
                result[total[sum]] -= difference;
            }
            for (int part : parts[sum]) {
                result[part] += difference;
            }
        }
        return result;
    }

    private double scale(int sum) {
        return 1 / Math.sqrt(parts[sum].length + 1.0);
    }

    private static double squaredNorm(double[] vector) {
        double squaredNorm = 0;
        for (double value : vector) {
            squaredNorm += value * value;
        }
        return squaredNorm;
    }

    private static void addTo(double[] vector, double factor, double[] other) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] += factor * other[i];
        }
    }

    private static void scaleAndAdd(double[] vector, double factor, double[] other) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = factor * vector[i] + other[i];
        }
    }
}
