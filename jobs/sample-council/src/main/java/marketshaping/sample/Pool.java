package marketshaping.sample;

/** People who are alike in everything that a published figure tells apart. */
record Pool(int number, Stratum stratum, Need need, AgeBand age, Tier tier) {
    CareSetting setting() {
        return stratum.setting;
    }

    /** True for the people of the published out-of-borough count: accommodation with care, located, not in the borough. */
    boolean isCountedOutOfBorough() {
        return setting().isAccommodation() && tier.isOutOfBorough();
    }
}
