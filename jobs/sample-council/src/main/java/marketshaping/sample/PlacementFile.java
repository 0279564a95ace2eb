package marketshaping.sample;

import java.time.LocalDate;

/** Writes placement lines, and adds up their cost for the total row at the end of the file. */
final class PlacementFile {
    static final String[] HEADER = {
        "placement_id",
        "person_id",
        "date_of_birth",
        "primary_support_reason",
        "setting",
        "start_date",
        "end_date",
        "provider_id",
        "provider_name",
        "cqc_location_id",
        "delivery_postcode",
        "placement_local_authority",
        "contract_id",
        "unit_cost",
        "cost_frequency",
        "planned_units_per_week",
        "out_of_borough_reason",
        "host_authority_notified"
    };

    private final ProportionalDealer<String> reasons = new ProportionalDealer<String>()
            .with("No local capacity", 38)
            .with("Specialist need", 17)
            .with("Person or family choice", 14)
            .with("Urgent or hospital discharge", 10)
            .with("Safety or offending", 6)
            .with("Moved by provider", 5)
            .with("Placed before moving services", 4)
            .with("Not recorded", 4)
            .with("", 2);
    private final CsvFile file;
    private final ReferenceNumbers register;
    private final Locations locations;
    private final SeededRandom chance;
    private long totalPence;

    PlacementFile(CsvFile file, ReferenceNumbers register, Locations locations, SeededRandom chance) {
        this.file = file;
        this.register = register;
        this.locations = locations;
        this.chance = chance;
    }

    RecordedPlacement write(PlacementLine line, Purchase purchase, LinePrice price) {
        String id = register.placement();
        PlacementLocation location = locations.of(line, purchase);
        boolean away = line.isMain() && line.pool().isCountedOutOfBorough();
        totalPence += price.pence();
        file.row(
                id,
                line.person().id(),
                chance.happens(0.008) ? "" : line.person().birth(),
                line.pool().need().wording(chance),
                line.setting().label,
                line.start(),
                line.end(),
                purchase.provider().id(),
                purchase.provider().name(),
                location.cqcLocation(),
                location.postcode(),
                location.authority(),
                purchase.contract(),
                price.cost(),
                price.frequency(),
                price.units(),
                away ? reasons.next() : "",
                away ? notified(line.start()) : "");
        return new RecordedPlacement(id, line, purchase, location);
    }

    long totalPence() {
        return totalPence;
    }

    /**
     * Returns the cell that records if the host authority was notified. Since go-live the answer is more often yes,
     * because the framework requires it.
     */
    private String notified(LocalDate start) {
        double known = chance.fraction();
        double notifiedShare = start.isBefore(SampleCalendar.GO_LIVE) ? 0.46 : 0.7;
        if (known < notifiedShare) {
            return "Yes";
        }
        return known < notifiedShare + 0.22 ? "No" : "";
    }
}
