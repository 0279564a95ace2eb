package marketshaping.sample;

/**
 * The cost on a placement line: pence, cost frequency and units per week. The units are empty if the frequency needs
 * none.
 */
record LinePrice(long pence, String frequency, String units) {
    static final String ONE_OFF = "One-off";

    /** The price of a line that records no cost, because the price of its contract applies. */
    static final LinePrice CONTRACT_PRICE = new LinePrice(0, "", "");

    String cost() {
        return pence == 0 ? "" : PenceText.of(pence);
    }

    boolean isOneOff() {
        return frequency.equals(ONE_OFF);
    }

    /** Returns the cost per week in pence; zero for a one-off cost. */
    double weeklyPence() {
        for (PriceTerms.Frequency candidate : PriceTerms.Frequency.values()) {
            if (candidate.label.equals(frequency)) {
                return pence / candidate.weeks;
            }
        }
        return isOneOff() ? 0 : pence * Double.parseDouble(units);
    }
}
