package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The people of one setting and need who live outside the borough for lack of local capacity, and those whom the plan's
 * places can bring home. The plan does not identify the people who come home, so each person has the average cost.
 */
final class ScenarioCell {
    private final String setting;
    private final String need;
    private final long waiting;
    private final Optional<BigDecimal> weeklyCost;
    private final Optional<BigDecimal> costInBorough;
    private long places;
    private long home;
    private BigDecimal costAtHome = BigDecimal.ZERO;
    private long homeWithoutPrice;

    /**
     * Creates a cell before any place opens.
     *
     * @param weeklyCost the weekly cost of all waiting people together, in pounds; empty if no cost is known
     * @param costInBorough the current weekly cost of one such place in the borough, in pounds; empty if there is none
     */
    ScenarioCell(
            String setting,
            String need,
            long waiting,
            Optional<BigDecimal> weeklyCost,
            Optional<BigDecimal> costInBorough) {
        this.setting = setting;
        this.need = need;
        this.waiting = waiting;
        this.weeklyCost = weeklyCost;
        this.costInBorough = costInBorough;
    }

    String setting() {
        return setting;
    }

    String need() {
        return need;
    }

    long waiting() {
        return waiting;
    }

    long unmet() {
        return waiting - home;
    }

    /**
     * Opens places and fills them with waiting people, until no place or nobody is left.
     *
     * @param cost the weekly cost of a place in pounds; empty to use the current cost in the borough
     */
    void open(long opened, Optional<BigDecimal> cost) {
        long filled = Math.min(opened, unmet());
        Optional<BigDecimal> price = cost.or(() -> costInBorough);
        places += opened;
        home += filled;
        price.ifPresent(each -> costAtHome = costAtHome.add(each.multiply(BigDecimal.valueOf(filled))));
        homeWithoutPrice += price.isPresent() ? 0 : filled;
    }

    /** Returns the outcome of the places opened so far. */
    PlanOutcome outcome() {
        Optional<BigDecimal> now = weeklyCost.map(all -> PlanOutcome.share(all, home, waiting));
        return new PlanOutcome(
                places, waiting, home, now, homeWithoutPrice == 0 ? Optional.of(costAtHome) : Optional.empty());
    }
}
