package marketshaping.analysis.measure;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An XmR control chart of monthly values: the centre, the natural limits and the signals of change. */
final class ControlChart {
    private static final double MOVING_RANGES = 2.66;
    private static final double TOLERANCE = 1e-9;
    private static final int LONG_RUN = 8;

    private final NavigableMap<String, Double> values = new TreeMap<>();
    private final double largest;
    private final double centre;
    private final Double reach;

    /**
     * Creates a chart.
     *
     * @param series the values by month, of which there is at least one
     * @param largest the largest possible value, which the upper limit cannot exceed
     */
    ControlChart(NavigableMap<String, Object> series, double largest) {
        series.forEach((month, value) -> values.put(month, (Double) value));
        this.largest = largest;
        centre = mean(values.values());
        reach = values.size() == 1
                ? null
                : (Double) (MOVING_RANGES
                        * mean(values.keySet().stream()
                                .skip(1)
                                .map(this::movingRange)
                                .toList()));
    }

    double centre() {
        return centre;
    }

    /** Returns the difference between a month and the month before; null for the first. */
    Double movingRange(String month) {
        return month.equals(values.firstKey())
                ? null
                : (Double) Math.abs(values.get(month) - values.lowerEntry(month).getValue());
    }

    /** Returns the lower limit, which is not below zero; null if there is only one month. */
    Double lower() {
        return reach == null ? null : (Double) Math.max(centre - reach, 0);
    }

    /** Returns the upper limit; null if there is only one month. */
    Double upper() {
        return reach == null ? null : (Double) Math.min(centre + reach, largest);
    }

    /** Returns Outside limits, Run of 8 or None. */
    String signal(String month) {
        double value = values.get(month);
        if (reach != null && (value > upper() + TOLERANCE || value < lower() - TOLERANCE)) {
            return "Outside limits";
        }
        int side = side(value);
        long run = run(values.tailMap(month, true).values().stream(), side)
                + run(values.headMap(month, false).descendingMap().values().stream(), side);
        return side != 0 && run >= LONG_RUN ? "Run of 8" : "None";
    }

    /** Returns the number of values on one side of the centre, up to the first on another. */
    private long run(Stream<Double> onwards, int side) {
        return onwards.takeWhile(value -> side(value) == side).count();
    }

    private int side(double value) {
        return Math.abs(value - centre) > TOLERANCE ? (int) Math.signum(value - centre) : 0;
    }

    /** Returns the mean of values that are added in their order, without the compensation of streams. */
    private static double mean(Collection<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
