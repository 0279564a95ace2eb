package marketshaping.duckdb;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The national return of a hostile council: mostly about people with placements, with ties between the latest events.
 */
final class HostileReturn {
    private static final String HEADER = "LA Code|Reporting Period Start Date|Reporting Period End Date|NHS Number"
            + "|LA Person Unique Identifier|Date of Birth|Date of Death|Client Type|Primary Support Reason"
            + "|Accommodation Status|Client Funding Status|Event Type|Event Reference|Event Start Date|Event End Date"
            + "|Event Description|Event Outcome|Service Type|Service Component|Delivery Mechanism"
            + "|Provider CQC Location ID|Review Reason|Unit Cost|Cost Frequency (Unit Type)|Planned units per week";

    private static final String COMMUNITY = "Long term support: Community";

    /** Services by setting: type, component and delivery mechanism. */
    private static final Map<String, List<String>> SERVICES = Map.of(
            "Residential care",
            List.of(
                    "Long term support: Residential care|Long term residential care|",
                    "Long term support: Residential care||",
                    "Long term support: Residential care|End of life care|"),
            "Nursing care",
            List.of(
                    "Long term support: Nursing care|Long term nursing care|",
                    "Long term support: Nursing care||CASSR commissioned support"),
            "Supported living",
            List.of(COMMUNITY + "|Community supported living|CASSR commissioned support"),
            "Extra care",
            List.of(COMMUNITY + "|Extra care housing|CASSR managed personal budget"),
            "Shared Lives",
            List.of(COMMUNITY + "|Shared Lives|"),
            "Home care",
            List.of(
                    COMMUNITY + "|Home support or domiciliary care|CASSR commissioned support",
                    "Short term support: Ongoing low level|Home support or domiciliary care|"),
            "Day support",
            List.of(COMMUNITY + "|Day support|", COMMUNITY + "|Day support|Direct payment"),
            "Direct payment",
            List.of(
                    COMMUNITY + "|Direct payment|",
                    COMMUNITY + "|Day support|Direct payment",
                    COMMUNITY + "||Direct payment"),
            "Respite",
            List.of(
                    "Short term support: Other short term|Short term residential care|",
                    "Short term support: Other short term|Short term nursing care|Direct payment",
                    "Unpaid carer support: Support involving the person cared-for|Unpaid carer respite|"),
            "Other",
            List.of(
                    COMMUNITY + "|Meals|",
                    COMMUNITY + "||",
                    "Long term support: Prison|Other long term support|",
                    "Short term support: ST-Max|Reablement|"));

    private final SeededChoice choice;
    private final DefectiveFile file = new DefectiveFile(HEADER);

    HostileReturn(SeededChoice choice, DefectiveFile placements) {
        this.choice = choice;
        for (int line = 0; line < placements.size() / 2; line++) {
            String person = placements.cell(line, "person_id");
            String setting = placements.cell(line, "setting");
            for (int event = choice.between(0, 5); event > 0; event--) {
                add(person, HostileCouncil.SETTINGS.contains(setting) ? setting : choice.pick(HostileCouncil.SETTINGS));
            }
        }
        file.repeat(0);
        file.repeat(1, "Event Type", "Visit");
        file.repeat(2, "Client Type", "Unpaid carer");
        file.repeat(3, "Event Start Date", "1/3/2024", "Event End Date", "29/02/2028 00:00");
        file.emptyCells();
        file.repeatHeader();
        file.only("Unit Cost", "12,345.00");
        file.only("LA Code", "704", "Unit Cost", "1.00");
    }

    void write(Path path) {
        file.write(path, Charset.forName("windows-1252"));
    }

    private void add(String person, String setting) {
        String[] service = choice.pick(
                        SERVICES.get(choice.chance(0.85) ? setting : choice.pick(HostileCouncil.SETTINGS)))
                .split("\\|", -1);
        LocalDate start = choice.chance(0.6) ? LocalDate.of(2024, 2, 29) : choice.day();
        LocalDate end = choice.chance(0.02) ? start.minusDays(1) : choice.onOrAfter(start, 900);
        file.add(
                "704",
                "01/04/2024",
                "31/03/2025",
                "",
                choice.maybe(0.98, person),
                "",
                choice.maybe(0.1, choice.slashed(start.plusDays(choice.between(-5, 900)))),
                choice.slip(
                        0.01,
                        choice.pick("Service user", "Service user", "service user", "", "Unpaid carer"),
                        "Client",
                        "Unpaid carer known by association"),
                choice.spelled(choice.pick(
                        "Physical support: Personal care support",
                        "Support with memory and cognition",
                        "Learning disability support",
                        "Mental health support",
                        "Social support: Support to unpaid carer",
                        "Unknown",
                        "")),
                "",
                "Unknown",
                choice.slip(
                        0.02, choice.pick("Service", "Service", "Service", "SERVICE", "Request", "Review"), "", "Call"),
                "",
                choice.slip(0.05, choice.slashed(start), "", "31/02/2024", choice.written(start)),
                choice.slashed(end),
                choice.maybe(0.1, "Café – £5"),
                "",
                choice.spelled(service[0]),
                choice.slip(0.01, choice.spelled(service[1]), "Gardening"),
                choice.spelled(service[2]),
                choice.maybe(0.3, "1-000000007"),
                "",
                choice.maybe(0.8, choice.pick("£250.00", "250", "250.0", "250", "17.59", "0", "-5", "n/a")),
                choice.pick("Weekly", "Weekly", "Hourly", "hourly", "Daily", "Monthly", "One-off", ""),
                choice.maybe(0.5, choice.pick("7", "2.5", "14")));
    }
}
