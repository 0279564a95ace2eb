package marketshaping.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Writes the cases of the brokerage team: those that led to a placement, those that ended without one, and those still
 * open.
 */
final class BrokeringCases {
    static final String[] HEADER = {
        "case_id",
        "person_id",
        "setting",
        "primary_support_reason",
        "referral_date",
        "complete_referral_date",
        "sourced_date",
        "service_start_date",
        "status",
        "closed_date",
        "source",
        "urgent",
        "offers_sought",
        "offers_received",
        "placement_id",
        "team"
    };
    private static final List<CareSetting> BROKERED = List.of(
            CareSetting.RESIDENTIAL,
            CareSetting.NURSING,
            CareSetting.SUPPORTED_LIVING,
            CareSetting.EXTRA_CARE,
            CareSetting.SHARED_LIVES,
            CareSetting.HOME_CARE,
            CareSetting.DAY_SUPPORT);

    /** The number of cases without a placement, as a share of the stays that begin. */
    private static final double LOST = 0.15;

    private final ProportionalDealer<String> losses = new ProportionalDealer<String>()
            .with("Withdrawn", 60)
            .with("Cancelled", 22)
            .with("Died", 18);
    private final CumulativeRounding onHold = new CumulativeRounding();
    private final CsvFile file;
    private final ClockPauses pauses;
    private final ReferenceNumbers register;
    private final PopulationPlan plan;
    private final WaitingTimes waits;
    private final SeededRandom chance;

    BrokeringCases(
            CsvFile file, ClockPauses pauses, ReferenceNumbers register, PopulationPlan plan, SeededRandom chance) {
        this.file = file;
        this.pauses = pauses;
        this.register = register;
        this.plan = plan;
        this.waits = new WaitingTimes(plan);
        this.chance = chance;
    }

    /**
     * Writes the case that led to a stay, if its setting is brokered, it began after the first day and the case was
     * recorded.
     */
    void writeSourced(Stay stay, String placement) {
        CareSetting setting = stay.pool().setting();
        LocalDate start = stay.start();
        if (!start.isAfter(SampleCalendar.FIRST_DAY)
                || !BROKERED.contains(setting)
                || !waits.isRecorded(setting, start)) {
            return;
        }
        LocalDate arranged = start.minusDays(setting.isAccommodation() ? chance.below(9) : chance.below(3));
        LocalDate sourced = SampleCalendar.later(arranged, WaitingTimes.firstDay(start));
        LocalDate clock = SampleCalendar.later(sourced.minusDays(waits.next(setting, start)), SampleCalendar.FIRST_DAY);
        String id = register.brokeringCase();
        write(id, stay.person(), stay.pool(), clock, sourced, start, "Sourced", SampleCalendar.OPEN, placement);
        pauses.during(id, setting, clock, sourced);
    }

    /** Writes the cases that ended without a placement, and the cases that are open on the last day. */
    void writeOthers() {
        CumulativeRounding lost = new CumulativeRounding();
        CumulativeRounding open = new CumulativeRounding();
        for (Pool pool : plan.pools()) {
            if (BROKERED.contains(pool.setting())) {
                for (int interval = 0; interval < SampleCalendar.INTERVALS; interval++) {
                    int cases = lost.next(plan.joiners(pool, interval) * LOST, Integer.MAX_VALUE);
                    for (int i = 0; i < cases; i++) {
                        writeLost(pool, chance.day(SampleCalendar.from(interval), SampleCalendar.to(interval)));
                    }
                }
                int cases = open.next(perDay(pool) * WaitingTimes.latestMean(pool.setting()) * 1.4, Integer.MAX_VALUE);
                for (int i = 0; i < cases; i++) {
                    writeOpen(pool, openSince(WaitingTimes.latestMean(pool.setting())));
                }
            }
        }
    }

    private double perDay(Pool pool) {
        int last = SampleCalendar.INTERVALS - 1;
        return plan.joiners(pool, last) / (SampleCalendar.years(last) * 365.25);
    }

    private LocalDate openSince(double meanDays) {
        double fraction = chance.fraction();
        return SampleCalendar.LAST_DAY.minusDays((long) (meanDays * (fraction + 4 * SeededRandom.toThe(6, fraction))));
    }

    private void writeLost(Pool pool, LocalDate clock) {
        LocalDate closed = clock.plusDays(2L + (long) (55 * chance.rarelyLarge(2)));
        if (closed.isAfter(SampleCalendar.LAST_DAY)) {
            writeOpen(pool, clock);
        } else {
            write(
                    register.brokeringCase(),
                    person(pool, clock),
                    pool,
                    clock,
                    SampleCalendar.OPEN,
                    SampleCalendar.OPEN,
                    losses.next(),
                    closed,
                    "");
        }
    }

    private void writeOpen(Pool pool, LocalDate clock) {
        String id = register.brokeringCase();
        String status = onHold.next(0.2) ? "On hold" : "Open";
        write(
                id,
                person(pool, clock),
                pool,
                clock,
                SampleCalendar.OPEN,
                SampleCalendar.OPEN,
                status,
                SampleCalendar.OPEN,
                "");
        if (status.equals("On hold")) {
            pauses.untilNow(id, clock);
        }
    }

    private Person person(Pool pool, LocalDate day) {
        return register.person(pool.age().birthBefore(day, chance));
    }

    private void write(
            String id,
            Person person,
            Pool pool,
            LocalDate clock,
            LocalDate sourced,
            LocalDate start,
            String status,
            LocalDate closed,
            String placement) {
        boolean completedLater = chance.happens(0.35);
        boolean tracked = chance.happens(0.9);
        int sought = offersSought(clock);
        file.row(
                id,
                person.id(),
                pool.setting().label,
                pool.need().wording(chance),
                completedLater
                        ? SampleCalendar.later(clock.minusDays(1L + chance.below(9)), SampleCalendar.FIRST_DAY)
                        : clock,
                completedLater ? clock : SampleCalendar.OPEN,
                sourced,
                start,
                status,
                closed,
                source(pool.setting()),
                urgent(),
                tracked ? sought : "",
                tracked ? chance.between(sourced.equals(SampleCalendar.OPEN) ? 0 : 1, sought) : "",
                placement,
                pool.setting().isAccommodation() ? "Accommodation brokerage" : "Community brokerage");
    }

    /** Returns a random number of providers asked. It is more often one before go-live than after. */
    private int offersSought(LocalDate clock) {
        boolean marketplace = !clock.isBefore(SampleCalendar.GO_LIVE);
        return chance.happens(marketplace ? 0.12 : 0.37) ? 1 : chance.between(2, marketplace ? 9 : 5);
    }

    private String source(CareSetting setting) {
        double hospital = setting.isCareHome() ? 0.55 : setting == CareSetting.HOME_CARE ? 0.45 : 0.15;
        double kind = chance.fraction();
        if (kind < hospital) {
            return "Hospital";
        }
        if (kind < 0.92) {
            return "Community";
        }
        return kind < 0.97 ? "Other" : "Not recorded";
    }

    private String urgent() {
        double kind = chance.fraction();
        if (kind < 0.16) {
            return "Yes";
        }
        return kind < 0.94 ? "No" : "";
    }
}
