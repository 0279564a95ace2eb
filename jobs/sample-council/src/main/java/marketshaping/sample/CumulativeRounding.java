package marketshaping.sample;

/**
 * Rounds a sequence of fractions to whole numbers. The total of the whole numbers follows the total of the fractions.
 */
final class CumulativeRounding {
    private double fractions;
    private long wholes;

    /**
     * Returns the whole number due after this fraction, at most {@code most}; any excess carries over to the next call.
     */
    int next(double fraction, int most) {
        fractions += fraction;
        int due = (int) Math.min(most, Math.max(0, (long) StrictMath.floor(fractions + 1e-6) - wholes));
        wholes += due;
        return due;
    }

    /** Returns true for {@code share} of the calls, evenly spread. */
    boolean next(double share) {
        return next(share, 1) == 1;
    }
}
