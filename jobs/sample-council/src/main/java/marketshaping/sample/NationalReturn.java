package marketshaping.sample;

import java.time.LocalDate;

/**
 * Writes the national return for the twelve months to the end of the last quarter: the services of the placements, and
 * the requests, assessments and reviews around them. As in a real council, the return sometimes disagrees with the
 * placements file. It contains nothing that happened after its period.
 */
final class NationalReturn {
    private static final LocalDate PERIOD_START = LocalDate.of(2025, 10, 1);
    private static final LocalDate PERIOD_END = LocalDate.of(2026, 9, 30);

    /** The council's number on the list of councils with social services (CASSR), which is not its GSS code. */
    private static final String LOCAL_AUTHORITY = "704";

    /** The first person number for people who are only in the return. It is far above all other person numbers. */
    private static final int FIRST_WITHOUT_PLACEMENT = 90_000_000;

    /** The share of eligible placement lines that is missing from the return. */
    private static final double MISSING = 0.012;

    /** The number of services of people without a placement, as a share of the placement lines in the return. */
    private static final double WITHOUT_PLACEMENT = 0.006;

    /** The share of ended placement lines that are still open in the return. */
    private static final double LEFT_OPEN = 0.005;

    /** The share of lines in accommodation with care that the return records under another setting. */
    private static final double WRONG_SETTING = 0.015;

    private static final String COMMISSIONED = "CASSR commissioned support";
    private static final double MANAGED_BUDGET = 0.3;

    /**
     * The share of lines without a cost, among the community services that the council buys. The return does not
     * require their cost.
     */
    private static final double COST_LEFT_OUT = 0.2;

    /** The share of home care lines in the return whose person has an unpaid carer with a paid break. */
    private static final double CARER_RESPITE = 0.02;

    private static final double KNOWN_REQUEST = 0.4;

    /** The number of requests that ended with advice, as a share of the requests that led to support. */
    private static final double ADVICE_ONLY = 0.2;

    private static final double UNPLANNED_REVIEW = 0.15;

    private final CsvFile file;
    private final ReturnRelease release;
    private final SeededRandom chance;
    private long events;
    private int peopleWithoutPlacement;

    NationalReturn(CsvFile file, ReturnRelease release, SeededRandom chance) {
        this.file = file;
        this.release = release;
        this.chance = chance;
    }

    /**
     * Writes the service of a placement line. {@code price} is its actual cost, even if the placements file has none.
     */
    void service(RecordedPlacement placement, LinePrice price) {
        PlacementLine line = placement.line();
        boolean leftOpen = chance.happens(LEFT_OPEN);
        LocalDate end = leftOpen || line.end().isAfter(PERIOD_END) ? SampleCalendar.OPEN : line.end();
        if (line.start().isAfter(PERIOD_END) || end.isBefore(PERIOD_START) || chance.happens(MISSING)) {
            return;
        }
        service(line.person(), placement.id(), placement, end, price);
        if (chance.happens(WITHOUT_PLACEMENT)) {
            service(personWithoutPlacement(line.pool()), reference("SV"), placement, end, price);
        }
        if (line.setting() == CareSetting.HOME_CARE && chance.happens(CARER_RESPITE)) {
            carerRespite(line.person());
        }
    }

    /**
     * Writes the request and the assessment that led to a stay, for some of the stays for which both are in the period.
     */
    void arrival(Stay stay) {
        LocalDate assessed = stay.start().minusDays(chance.between(1, 9));
        LocalDate requested = assessed.minusDays(chance.between(3, 40));
        if (requested.isBefore(PERIOD_START) || assessed.isAfter(PERIOD_END) || !chance.happens(KNOWN_REQUEST)) {
            return;
        }
        Pool pool = stay.pool();
        request(pool, stay.person(), requested, "Progress to assessment, review or reassessment");
        write(
                ReturnedPerson.row(pool, stay.person())
                        .with(ReturnField.EVENT_OUTCOME, "Progress to support planning or services")
                        .with(ReturnField.ASSESSMENT_TYPE, "Long term assessment")
                        .with(ReturnField.ELIGIBLE_NEEDS, "Yes"),
                "Assessment",
                reference("AS"),
                chance.day(requested, assessed),
                assessed);
        if (chance.happens(ADVICE_ONLY)) {
            request(pool, personWithoutPlacement(pool), requested, "NFA: Information and advice or signposting");
        }
    }

    /** Writes a review of a stay, if the review is in the period. */
    void review(Stay stay, LocalDate day) {
        if (!day.isBefore(PERIOD_START) && !day.isAfter(PERIOD_END)) {
            write(
                    ReturnedPerson.row(stay.pool(), stay.person())
                            .with(ReturnField.EVENT_OUTCOME, "Continuation of support or services")
                            .with(
                                    ReturnField.REVIEW_REASON,
                                    chance.happens(UNPLANNED_REVIEW) ? "Unplanned: Other reason" : "Planned"),
                    "Review",
                    reference("RV"),
                    day,
                    day);
        }
    }

    private void service(Person person, String reference, RecordedPlacement placement, LocalDate end, LinePrice price) {
        PlacementLine line = placement.line();
        boolean wrong = chance.happens(WRONG_SETTING);
        ReturnedService service =
                ReturnedService.of(wrong ? ReturnedService.mistakenFor(line.setting()) : line.setting());
        String mechanism = mechanism(line.setting(), service);
        ReturnRow row = ReturnedPerson.row(line.pool(), person)
                .with(ReturnField.POSTCODE, placement.location().postcode())
                .with(ReturnField.EVENT_DESCRIPTION, service.description())
                .with(ReturnField.EVENT_OUTCOME, outcome(end))
                .with(ReturnField.SERVICE_TYPE, service.type())
                .with(ReturnField.SERVICE_COMPONENT, service.component())
                .with(ReturnField.DELIVERY_MECHANISM, mechanism);
        if (!placement.location().cqcLocation().isEmpty()) {
            row.with(ReturnField.CQC_LOCATION, placement.location().cqcLocation())
                    .with(
                            ReturnField.CQC_LOCATION_NAME,
                            placement.purchase().provider().name());
        }
        if (!mechanism.equals(COMMISSIONED) || !chance.happens(COST_LEFT_OUT)) {
            row.with(ReturnField.UNIT_COST, price.cost())
                    .with(
                            ReturnField.COST_FREQUENCY,
                            price.frequency().isEmpty() ? PriceTerms.Frequency.WEEKLY.label : price.frequency())
                    .with(ReturnField.PLANNED_UNITS, price.units());
        }
        write(row, "Service", reference, line.start(), end);
    }

    private String mechanism(CareSetting setting, ReturnedService service) {
        if (!service.isInTheCommunity()) {
            return "";
        }
        if (setting == CareSetting.DIRECT_PAYMENT) {
            return "Direct payment";
        }
        return chance.happens(MANAGED_BUDGET) ? "CASSR managed personal budget" : COMMISSIONED;
    }

    private String outcome(LocalDate end) {
        if (end.equals(SampleCalendar.OPEN)) {
            return "";
        }
        double kind = chance.fraction();
        if (kind < 0.6) {
            return "NFA: Support ended as planned";
        }
        return kind < 0.9 ? "NFA: Support ended for other reason" : "Admitted to hospital";
    }

    private void carerRespite(Person caredFor) {
        LocalDate start = chance.day(PERIOD_START, PERIOD_END.minusDays(6));
        write(
                ReturnedPerson.carerRow(caredFor)
                        .with(ReturnField.SERVICE_TYPE, "Unpaid carer support: Support involving the person cared-for")
                        .with(ReturnField.SERVICE_COMPONENT, "Unpaid carer respite")
                        .with(ReturnField.EVENT_OUTCOME, "NFA: Support ended as planned")
                        .with(ReturnField.UNIT_COST, "310.00")
                        .with(ReturnField.COST_FREQUENCY, "One-off"),
                "Service",
                reference("SV"),
                start,
                start.plusDays(6));
    }

    private void request(Pool pool, Person person, LocalDate day, String outcome) {
        write(
                ReturnedPerson.row(pool, person)
                        .with(ReturnField.EVENT_OUTCOME, outcome)
                        .with(
                                ReturnField.ROUTE_OF_ACCESS,
                                chance.happens(0.3) ? "Discharge from hospital" : "Community or other route"),
                "Request",
                reference("RQ"),
                day,
                day);
    }

    private String reference(String letters) {
        events++;
        return Ids.of(letters, events, 6);
    }

    private Person personWithoutPlacement(Pool pool) {
        peopleWithoutPlacement++;
        return new Person(
                FIRST_WITHOUT_PLACEMENT + peopleWithoutPlacement, pool.age().birthBefore(PERIOD_END, chance));
    }

    private void write(ReturnRow row, String type, String reference, LocalDate start, LocalDate end) {
        row.with(ReturnField.LA_CODE, LOCAL_AUTHORITY)
                .with(ReturnField.PERIOD_START, PERIOD_START)
                .with(ReturnField.PERIOD_END, PERIOD_END)
                .with(ReturnField.EVENT_TYPE, type)
                .with(ReturnField.EVENT_REFERENCE, reference)
                .with(ReturnField.EVENT_START, start)
                .with(ReturnField.EVENT_END, end);
        file.row(release.cells(row));
    }
}
