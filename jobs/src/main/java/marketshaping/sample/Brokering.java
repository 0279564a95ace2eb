package marketshaping.sample;

import java.time.LocalDate;
import java.util.List;

/** The cases of the brokerage team: those that led to a placement, those that came to nothing, and those still open. */
final class Brokering {
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
    private static final List<Setting> BROKERED = List.of(
            Setting.RESIDENTIAL,
            Setting.NURSING,
            Setting.SUPPORTED_LIVING,
            Setting.EXTRA_CARE,
            Setting.SHARED_LIVES,
            Setting.HOME_CARE,
            Setting.DAY_SUPPORT);

    /** For a hundred placements, this many cases end without one. */
    private static final double LOST = 0.15;

    private final Dealer<String> losses =
            new Dealer<String>().with("Withdrawn", 60).with("Cancelled", 22).with("Died", 18);
    private final Running held = new Running();
    private final CsvFile file;
    private final Pauses pauses;
    private final Register register;
    private final Plan plan;
    private final Waits waits;
    private final Chance chance;

    Brokering(CsvFile file, Pauses pauses, Register register, Plan plan, Chance chance) {
        this.file = file;
        this.pauses = pauses;
        this.register = register;
        this.plan = plan;
        this.waits = new Waits(plan);
        this.chance = chance;
    }

    /** Writes the case that led to a stay, where it began within the history and the team recorded it. */
    void writeSourced(Stay stay, String placement) {
        Setting setting = stay.pool().setting();
        LocalDate start = stay.start();
        if (!start.isAfter(Calendar.FIRST_DAY) || !BROKERED.contains(setting) || !waits.isRecorded(setting, start)) {
            return;
        }
        LocalDate arranged = start.minusDays(setting.isAccommodation() ? chance.below(9) : chance.below(3));
        LocalDate sourced = Calendar.later(arranged, Waits.firstDay(start));
        LocalDate clock = Calendar.later(sourced.minusDays(waits.next(setting, start)), Calendar.FIRST_DAY);
        String id = register.brokeringCase();
        write(id, stay.person(), stay.pool(), clock, sourced, start, "Sourced", Calendar.OPEN, placement);
        pauses.during(id, setting, clock, sourced);
    }

    /** Writes the cases that did not lead to a placement, month by month, and those open on the last day. */
    void writeOthers() {
        Running lost = new Running();
        Running open = new Running();
        for (Pool pool : plan.pools()) {
            if (BROKERED.contains(pool.setting())) {
                for (int interval = 0; interval < Calendar.INTERVALS; interval++) {
                    int cases = lost.next(plan.joiners(pool, interval) * LOST, Integer.MAX_VALUE);
                    for (int i = 0; i < cases; i++) {
                        writeLost(pool, chance.day(Calendar.from(interval), Calendar.to(interval)));
                    }
                }
                int cases = open.next(perDay(pool) * Waits.latestMean(pool.setting()) * 1.4, Integer.MAX_VALUE);
                for (int i = 0; i < cases; i++) {
                    writeOpen(pool, openSince(Waits.latestMean(pool.setting())));
                }
            }
        }
    }

    private double perDay(Pool pool) {
        int last = Calendar.INTERVALS - 1;
        return plan.joiners(pool, last) / (Calendar.years(last) * 365.25);
    }

    private LocalDate openSince(double meanDays) {
        double fraction = chance.fraction();
        return Calendar.LAST_DAY.minusDays((long) (meanDays * (fraction + 4 * Chance.toThe(6, fraction))));
    }

    private void writeLost(Pool pool, LocalDate clock) {
        LocalDate closed = clock.plusDays(2L + (long) (55 * chance.rarelyLarge(2)));
        if (closed.isAfter(Calendar.LAST_DAY)) {
            writeOpen(pool, clock);
        } else {
            write(
                    register.brokeringCase(),
                    person(pool, clock),
                    pool,
                    clock,
                    Calendar.OPEN,
                    Calendar.OPEN,
                    losses.next(),
                    closed,
                    "");
        }
    }

    private void writeOpen(Pool pool, LocalDate clock) {
        String id = register.brokeringCase();
        String status = held.next(0.2) ? "On hold" : "Open";
        write(id, person(pool, clock), pool, clock, Calendar.OPEN, Calendar.OPEN, status, Calendar.OPEN, "");
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
                completedLater ? Calendar.later(clock.minusDays(1L + chance.below(9)), Calendar.FIRST_DAY) : clock,
                completedLater ? clock : Calendar.OPEN,
                sourced,
                start,
                status,
                closed,
                source(pool.setting()),
                urgent(),
                tracked ? sought : "",
                tracked ? chance.between(sourced.equals(Calendar.OPEN) ? 0 : 1, sought) : "",
                placement,
                pool.setting().isAccommodation() ? "Accommodation brokerage" : "Community brokerage");
    }

    /** Before the marketplace, often only one provider was asked. */
    private int offersSought(LocalDate clock) {
        boolean marketplace = !clock.isBefore(Calendar.GO_LIVE);
        return chance.happens(marketplace ? 0.12 : 0.37) ? 1 : chance.between(2, marketplace ? 9 : 5);
    }

    private String source(Setting setting) {
        double hospital = setting.isCareHome() ? 0.55 : setting == Setting.HOME_CARE ? 0.45 : 0.15;
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
