package marketshaping.bench;

import java.util.List;
import java.util.Locale;

/** The median, minimum and maximum of several measurements. */
record MedianAndRange(double median, double least, double most) {

    static MedianAndRange of(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new MedianAndRange(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /**
     * Formats the three numbers.
     *
     * @param decimals the number of digits after the point
     */
    String words(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, least, most);
    }
}
