package marketshaping.sample;

/** Fractions turned into whole numbers one after another, so that at every point the whole numbers add up to the fractions. */
final class CumulativeRounding {
    private double fractions;
    private long wholes;

    /** The whole number that is due for this fraction, at most {@code most}; what is over is due next time. */
    int next(double fraction, int most) {
        fractions += fraction;
        int due = (int) Math.min(most, Math.max(0, (long) StrictMath.floor(fractions + 1e-6) - wholes));
        wholes += due;
        return due;
    }

    /** True for {@code share} of the calls, evenly spread. */
    boolean next(double share) {
        return next(share, 1) == 1;
    }
}
