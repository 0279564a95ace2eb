package marketshaping.sample;

/** A cost as it stands on a line: in pence, how often, and the units a week, empty where the rhythm needs none. */
record Price(long pence, String frequency, String units) {
    /** No cost on the line: the contract's own price holds. */
    static final Price OF_THE_CONTRACT = new Price(0, "", "");

    String cost() {
        return pence == 0 ? "" : Money.of(pence);
    }
}
