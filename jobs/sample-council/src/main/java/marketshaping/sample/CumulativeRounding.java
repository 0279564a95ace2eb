package marketshaping.sample;

/**
 * Rounds a sequence of fractions to whole numbers. The sum of the whole numbers stays close to the sum of the
 * fractions.
 */
final class CumulativeRounding {
    private double fractions;
    private long wholes;

    /**
     * Adds a fraction and returns the whole number that is due, at most {@code most}. Any excess carries over to the
     * next call.
     */
    int next(double fraction, int most) {
        fractions += fraction;
        int due = (int) Math.min(most, Math.max(0, (long) StrictMath.floor(fractions + 1e-6) - wholes));
        wholes += due;
        return due;
    }

    /** Returns true for the given share of the calls, evenly spread. */
    boolean next(double share) {
        return next(share, 1) == 1;
    }
}
