package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a council plans: places to be built, and framework lots to be opened. Read by {@link PlanFile}.
 *
 * @param about in words, for whoever reads the result
 */
public record Plan(String about, List<Places> places, List<Lot> lots) {

    public Plan {
        places = List.copyOf(places);
        lots = List.copyOf(lots);
    }

    /**
     * Places in the borough that open on one day.
     *
     * @param need the need group that they are for; empty where they suit any
     * @param weeklyCost pounds a place; empty for what such a place costs in the borough now
     */
    public record Places(
            String setting, Optional<String> need, int places, LocalDate from, Optional<BigDecimal> weeklyCost) {}

    /**
     * A setting that the framework covers from a day on.
     *
     * @param weeklyRate pounds; empty for what the framework pays in the setting now
     */
    public record Lot(String setting, LocalDate from, Optional<BigDecimal> weeklyRate) {}
}
