package marketshaping.sample;

import java.time.LocalDate;

/** One placement line: what is bought for a person of a pool, from when to when. */
record PlacementLine(Pool pool, CareSetting setting, Person person, LocalDate start, LocalDate end) {
    /** Where the service is given: the pool's tier for the main line, at home for what comes on top of it. */
    Tier tier() {
        return isMain() ? pool.tier() : Tier.IN_BOROUGH;
    }

    boolean isMain() {
        return setting == pool.setting();
    }

    /** The financial year, by the calendar year of its April, whose prices the line has: prices are overwritten, no history. */
    int priceYear() {
        LocalDate day = SampleCalendar.earlier(end, SampleCalendar.LAST_DAY);
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
