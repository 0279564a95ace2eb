package marketshaping.sample;

import java.time.LocalDate;

/** One placement line: the service bought for a person of a pool, with its dates. */
record PlacementLine(Pool pool, CareSetting setting, Person person, LocalDate start, LocalDate end) {
    /** Returns the tier of the service: the pool's tier for the main line, in borough for extra services. */
    Tier tier() {
        return isMain() ? pool.tier() : Tier.IN_BOROUGH;
    }

    boolean isMain() {
        return setting == pool.setting();
    }

    /**
     * Returns the financial year of the line's price, by the calendar year of its April. Prices are overwritten without
     * history.
     */
    int priceYear() {
        LocalDate day = SampleCalendar.earlier(end, SampleCalendar.LAST_DAY);
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
