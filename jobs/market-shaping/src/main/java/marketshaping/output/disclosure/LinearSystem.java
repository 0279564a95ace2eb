package marketshaping.output.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Sums as linear equations in what is not shown.
 *
 * <p>An unknown is fixed if it is nought in every solution of the equations with all that is shown set to nought. A
 * random vector is projected onto those solutions, by conjugate gradients on the least squares; the unknowns that come
 * out nought are fixed. Another comes out so near to nought by chance once in a million times, and then one figure too
 * many is hidden. This takes a thousandth of the time of elimination, for a cube's sums stay sparse.
 */
final class LinearSystem {
    private static final long SEED = 5;
    private static final double NOUGHT = 1e-6;
    private static final double CONVERGED = 1e-26;

    private final Map<TableCell, Integer> unknowns = new LinkedHashMap<>();

    /** For each sum the numbers of its unknown parts, and last that of the total or, where that is shown, none. */
    private final int[][] parts;

    private final int[] total;

    private LinearSystem(List<SumConstraint> sums) {
        List<int[]> unknownParts = new ArrayList<>();
        List<Integer> unknownTotals = new ArrayList<>();
        for (SumConstraint sum : sums) {
            if (sum.cells().stream().anyMatch(cell -> !cell.isShown())) {
                unknownParts.add(sum.parts().stream()
                        .filter(cell -> !cell.isShown())
                        .mapToInt(this::number)
                        .toArray());
                unknownTotals.add(sum.total().isShown() ? -1 : number(sum.total()));
            }
        }
        parts = unknownParts.toArray(int[][]::new);
        total = unknownTotals.stream().mapToInt(Integer::intValue).toArray();
    }

    private int number(TableCell cell) {
        return unknowns.computeIfAbsent(cell, any -> unknowns.size());
    }

    /** The unknowns that the sums leave one value, in the order of the sums. */
    static List<TableCell> fixedBy(List<SumConstraint> sums) {
        LinearSystem system = new LinearSystem(sums);
        double[] solution = system.randomSolution();
        return system.unknowns.entrySet().stream()
                .filter(unknown -> Math.abs(solution[unknown.getValue()]) < NOUGHT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double[] randomSolution() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] solution = random.doubles(unknowns.size(), -1, 1).toArray();
        double[] residual = apply(solution);
        double[] gradient = transpose(residual);
        double[] direction = gradient.clone();
        double norm = square(gradient);
        double goal = norm * CONVERGED;
        for (int step = 0; norm > goal && step < 2 * unknowns.size(); step++) {
            double[] image = apply(direction);
            double length = norm / square(image);
            addTo(solution, -length, direction);
            addTo(residual, -length, image);
            gradient = transpose(residual);
            double next = square(gradient);
            scaleAndAdd(direction, next / norm, gradient);
            norm = next;
        }
        return solution;
    }

    /** How far each sum is from adding up, scaled so that long sums weigh no more than short ones. */
    private double[] apply(double[] values) {
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

    private double[] transpose(double[] differences) {
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

    private static double square(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        return square;
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
