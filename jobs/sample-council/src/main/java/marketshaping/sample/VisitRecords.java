package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Writes reviews and visits. In each year from March to February, a share of the people is seen. For people counted out
 * of the borough, the share is exactly the published one in the year that ends on the day of the count.
 */
final class VisitRecords {
    static final String[] HEADER = {"person_id", "visit_date", "visit_type", "placement_id"};

    private static final double PUBLISHED_SHARE = 0.61;
    private static final int FIRST_YEAR = 2022;

    /**
     * The approximate share of people seen in each year, for the years that begin in March 2022 to March 2026. The
     * sample starts within the first year.
     */
    private static final double[] SEEN = {0.21, 0.58, 0.61, 0.75, 0.66};

    private final CumulativeRounding counted = new CumulativeRounding();
    private final double countedShare;
    private final CsvFile file;
    private final NationalReturn clientLevelData;
    private final SeededRandom chance;

    VisitRecords(CsvFile file, NationalReturn clientLevelData, PopulationPlan plan, SeededRandom chance) {
        this.file = file;
        this.clientLevelData = clientLevelData;
        this.chance = chance;
        int people = plan.countedOutOfBorough();
        this.countedShare = people == 0 ? 0 : (double) StrictMath.round(people * PUBLISHED_SHARE) / people;
    }

    /** Writes the visits of a stay. {@code placement} is empty if the stay has several lines. */
    void write(Stay stay, String placement) {
        for (int year = 0; year < SEEN.length; year++) {
            LocalDate after = endOfFebruary(FIRST_YEAR + year);
            LocalDate until = endOfFebruary(FIRST_YEAR + year + 1);
            LocalDate first = SampleCalendar.later(
                    SampleCalendar.later(stay.start(), SampleCalendar.FIRST_DAY), after.plusDays(1));
            LocalDate last = SampleCalendar.earlier(stay.lastKnownDay(), until);
            if (!first.isAfter(last) && isSeen(stay, until, SEEN[year], ChronoUnit.DAYS.between(first, last))) {
                writeVisit(stay, first, last, placement);
                if (chance.happens(0.12)) {
                    writeVisit(stay, first, last, placement);
                }
            }
        }
    }

    private boolean isSeen(Stay stay, LocalDate until, double share, long days) {
        if (until.equals(SampleCalendar.OUT_OF_BOROUGH_COUNT)
                && stay.pool().isCountedOutOfBorough()
                && stay.isActiveOn(until)) {
            return counted.next(countedShare);
        }
        return chance.happens(days < 300 ? share * (0.3 + days / 430.0) : share);
    }

    private void writeVisit(Stay stay, LocalDate first, LocalDate last, String placement) {
        LocalDate day = chance.day(first, last);
        boolean review = chance.happens(0.72);
        file.row(stay.person().id(), day, review ? "Review" : "Visit", chance.happens(0.8) ? placement : "");
        if (review) {
            clientLevelData.review(stay, day);
        }
    }

    /** Returns 28 February, also in leap years, so that one of the years ends on the day of the published count. */
    private static LocalDate endOfFebruary(int year) {
        return LocalDate.of(year, 2, 28);
    }
}
