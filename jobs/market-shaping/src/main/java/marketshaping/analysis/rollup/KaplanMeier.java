package marketshaping.analysis.rollup;

import java.math.BigDecimal;

/** The Kaplan-Meier estimate of durations, which allows for cases that have not had the event yet. */
public final class KaplanMeier {
    private static final double HALF = 0.5 + 1e-9;

    private KaplanMeier() {}

    /**
     * Returns the shortest duration by which at least half of the cases are estimated to have had the event; null if
     * there is none.
     *
     * @param all the duration of each case, up to its event or until it was last seen without one
     * @param withEvent the durations of the cases that had the event
     */
    public static Double median(SortedAmounts all, SortedAmounts withEvent) {
        double without = 1;
        for (long duration : withEvent.distinct()) {
            long events = withEvent.countUpTo(duration) - withEvent.countUpTo(duration - 1);
            long atRisk = all.count() - all.countUpTo(duration - 1);
            without *= 1 - events / (double) atRisk;
            if (without <= HALF) {
                return BigDecimal.valueOf(duration, Lines.SCALE).doubleValue();
            }
        }
        return null;
    }
}
