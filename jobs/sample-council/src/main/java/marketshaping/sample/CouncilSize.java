package marketshaping.sample;

/**
 * Scales the number of providers and postcodes to the size of a council: a council twice as large has more of them, but
 * fewer than twice as many.
 */
final class CouncilSize {
    private static final double GROWTH = 0.6;

    private CouncilSize() {}

    static int grown(int inCouncilOf4000, int council) {
        return (int) Math.max(1, StrictMath.round(inCouncilOf4000 * StrictMath.pow(council / 4000.0, GROWTH)));
    }
}
