package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Those of one setting and need who live outside the borough because it had no place for them, and those of them whom
 * the plan's places can bring home. Who of them comes home is not known, so that each costs what all of them cost on
 * average.
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
     * @param weeklyCost of all who wait, in pounds; empty where no cost is known
     * @param costInBorough what a place of the kind costs in the borough now; empty where there is none
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

    /** Opens places here, and fills as many as there are people for. */
    void open(long opened, Optional<BigDecimal> cost) {
        long filled = Math.min(opened, unmet());
        Optional<BigDecimal> price = cost.or(() -> costInBorough);
        places += opened;
        home += filled;
        price.ifPresent(each -> costAtHome = costAtHome.add(each.multiply(BigDecimal.valueOf(filled))));
        homeWithoutPrice += price.isPresent() ? 0 : filled;
    }

    /** As things stand now. */
    PlanOutcome standing() {
        Optional<BigDecimal> now = weeklyCost.map(all -> PlanOutcome.share(all, home, waiting));
        return new PlanOutcome(
                places, waiting, home, now, homeWithoutPrice == 0 ? Optional.of(costAtHome) : Optional.empty());
    }
}
