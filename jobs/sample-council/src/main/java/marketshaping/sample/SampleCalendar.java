package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The important dates: the period of the sample, the dates of published figures, and the key dates. On each key date,
 * the plan fixes the number of people in every pool. People join and leave between two key dates.
 */
final class SampleCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2022, 11, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    static final LocalDate GO_LIVE = LocalDate.of(2026, 2, 2);

    /**
     * The as-at date of the published number of people out of the borough. The counted year ends on it: publications
     * also report the people placed and the people seen in that year.
     */
    static final LocalDate OUT_OF_BOROUGH_COUNT = LocalDate.of(2025, 2, 28);

    static final LocalDate YEAR_BEFORE_COUNT = LocalDate.of(2024, 2, 28);

    /** An end date that has not been set. Files contain an empty cell for it. */
    static final LocalDate OPEN = LocalDate.MAX;

    static final List<LocalDate> KEY_DATES = List.of(
            FIRST_DAY,
            LocalDate.of(2023, 3, 31),
            LocalDate.of(2023, 8, 31),
            YEAR_BEFORE_COUNT,
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 7, 31),
            LocalDate.of(2024, 11, 30),
            OUT_OF_BOROUGH_COUNT,
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2025, 7, 31),
            LocalDate.of(2025, 10, 31),
            GO_LIVE.minusDays(1),
            LocalDate.of(2026, 4, 30),
            LocalDate.of(2026, 7, 31),
            LAST_DAY);

    static final int INTERVALS = KEY_DATES.size() - 1;

    private SampleCalendar() {}

    /** Returns the key date at which an interval begins. */
    static LocalDate from(int interval) {
        return KEY_DATES.get(interval);
    }

    /** Returns the key date at which an interval ends. */
    static LocalDate to(int interval) {
        return KEY_DATES.get(interval + 1);
    }

    static double years(int interval) {
        return ChronoUnit.DAYS.between(from(interval), to(interval)) / 365.25;
    }

    /** Returns true if the interval lies within the year that ends on the day of the out-of-borough count. */
    static boolean isInCountedYear(int interval) {
        return !from(interval).isBefore(YEAR_BEFORE_COUNT) && !to(interval).isAfter(OUT_OF_BOROUGH_COUNT);
    }

    /** Returns true if a placement that started on this day was placed in the counted year. */
    static boolean isInCountedYear(LocalDate day) {
        return day.isAfter(YEAR_BEFORE_COUNT) && !day.isAfter(OUT_OF_BOROUGH_COUNT);
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
