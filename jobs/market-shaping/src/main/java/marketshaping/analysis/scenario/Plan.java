package marketshaping.analysis.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A council's plan: places to build and framework lots to open. {@link PlanFile} reads it from a file.
 *
 * @param about description of the plan for the reader of the result; may be empty
 */
public record Plan(String about, List<Places> places, List<Lot> lots) {

    public Plan {
        places = List.copyOf(places);
        lots = List.copyOf(lots);
    }

    /**
     * Places in the borough that open on one day.
     *
     * @param need the need group that they are for; empty if they suit any need
     * @param weeklyCost pounds per place and week; empty to use the present median in the borough
     */
    public record Places(
            String setting, Optional<String> need, int places, LocalDate from, Optional<BigDecimal> weeklyCost) {}

    /**
     * A framework lot: a setting that the framework covers from a date.
     *
     * @param weeklyRate pounds per week; empty to use the framework's present median in the setting
     */
    public record Lot(String setting, LocalDate from, Optional<BigDecimal> weeklyRate) {}
}
