package marketshaping.sample;

/** A cost as it stands on a line: in pence, how often, and the units a week, empty where the rhythm needs none. */
record LinePrice(long pence, String frequency, String units) {
    static final String ONE_OFF = "One-off";

    /** No cost on the line: the contract's own price holds. */
    static final LinePrice OF_THE_CONTRACT = new LinePrice(0, "", "");

    String cost() {
        return pence == 0 ? "" : PenceText.of(pence);
    }

    boolean isOneOff() {
        return frequency.equals(ONE_OFF);
    }

    /** What it comes to in a week; nothing, where it falls due once. */
    double weeklyPence() {
        for (PriceTerms.Rhythm rhythm : PriceTerms.Rhythm.values()) {
            if (rhythm.label.equals(frequency)) {
                return pence / rhythm.weeks;
            }
        }
        return isOneOff() ? 0 : pence * Double.parseDouble(units);
    }
}
