package marketshaping.sample;

/**
 * A group of people with the same stratum, need, age band and tier, which are all that published figures distinguish.
 */
record Pool(int number, Stratum stratum, Need need, AgeBand age, Tier tier) {
    CareSetting setting() {
        return stratum.setting;
    }

    /**
     * Returns true if the published out-of-borough count includes this pool: located accommodation outside the borough.
     */
    boolean isCountedOutOfBorough() {
        return setting().isAccommodation() && tier.isOutOfBorough();
    }
}
