package marketshaping.sample;

import java.time.LocalDate;

/** One placement line: the service bought for a person of a pool, with its dates. */
record PlacementLine(Pool pool, CareSetting setting, Person person, LocalDate start, LocalDate end) {
    /** Returns the tier of the service: that of the pool for the main support, or in borough for an extra service. */
    Tier tier() {
        return isMain() ? pool.tier() : Tier.IN_BOROUGH;
    }

    boolean isMain() {
        return setting == pool.setting();
    }

    /**
     * Returns the calendar year in which the financial year of the line's price begins. The case system overwrites
     * prices, so a line has only its latest price.
     */
    int priceYear() {
        LocalDate day = SampleCalendar.earlier(end, SampleCalendar.LAST_DAY);
        return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    }
}
