package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Outcome of the plan on one day: places opened so far, all people who wait for a place at the start, and people home
 * so far. The weekly costs, in pounds, cover the people who came home, before and after the move. A cost is empty if a
 * part of it is not known.
 */
record PlanOutcome(
        long places, long waiting, long home, Optional<BigDecimal> weeklyNow, Optional<BigDecimal> weeklyThen) {
    private static final int SCALE = 8;

    static final PlanOutcome NONE =
            new PlanOutcome(0, 0, 0, Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ZERO));

    PlanOutcome plus(PlanOutcome other) {
        return new PlanOutcome(
                places + other.places,
                waiting + other.waiting,
                home + other.home,
                sum(weeklyNow, other.weeklyNow),
                sum(weeklyThen, other.weeklyThen));
    }

    /** Returns this outcome plus a number of places that nobody fills. */
    PlanOutcome withUnfilled(long unfilled) {
        return new PlanOutcome(places + unfilled, waiting, home, weeklyNow, weeklyThen);
    }

    long unmet() {
        return waiting - home;
    }

    long unfilled() {
        return places - home;
    }

    Optional<BigDecimal> weeklyDifference() {
        return weeklyNow.flatMap(now -> weeklyThen.map(then -> then.subtract(now)));
    }

    /** Converts a weekly cost to an annual cost. A year has 365/7 weeks, as in every measure. */
    static BigDecimal yearly(BigDecimal weekly) {
        return share(weekly, 365, 7);
    }

    static BigDecimal share(BigDecimal whole, long part, long all) {
        return all == 0
                ? BigDecimal.ZERO
                : whole.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(all), SCALE, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(first -> other.map(first::add));
    }
}
