package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Writes the pauses of brokering cases, with reasons. Some pauses overlap, and some begin before the clock starts or
 * end after it stops.
 */
final class ClockPauses {
    static final String[] HEADER = {"case_id", "pause_start", "pause_end", "reason"};

    private static final int WORTH_PAUSING = 6;

    private final ProportionalDealer<String> reasons = new ProportionalDealer<String>()
            .with("Person or family choice", 24)
            .with("Funding decision", 20)
            .with("Property or adaptation", 17)
            .with("Incomplete referral", 14)
            .with("Not medically ready", 12)
            .with("Language or cultural match", 6)
            .with("Legal", 4)
            .with("Other", 3);
    private final CsvFile file;
    private final SeededRandom chance;

    ClockPauses(CsvFile file, SeededRandom chance) {
        this.file = file;
        this.chance = chance;
    }

    void during(String id, CareSetting setting, LocalDate clock, LocalDate sourced) {
        long days = ChronoUnit.DAYS.between(clock, sourced);
        if (days < WORTH_PAUSING || !chance.happens(setting == CareSetting.SUPPORTED_LIVING ? 0.4 : 0.3)) {
            return;
        }
        LocalDate start = chance.day(chance.happens(0.1) ? clock.minusDays(3) : clock, sourced.minusDays(3));
        LocalDate end = chance.day(start, SampleCalendar.earlier(sourced, start.plusDays(days / 2 + 1)));
        write(id, start, end);
        if (chance.happens(0.25)) {
            LocalDate again = chance.day(start, sourced.minusDays(1));
            write(id, again, chance.day(again, sourced.plusDays(chance.happens(0.2) ? 4 : 0)));
        }
    }

    void untilNow(String id, LocalDate clock) {
        write(id, chance.day(clock, SampleCalendar.LAST_DAY), SampleCalendar.OPEN);
    }

    private void write(String id, LocalDate start, LocalDate end) {
        file.row(id, start, end, reasons.next());
    }
}
