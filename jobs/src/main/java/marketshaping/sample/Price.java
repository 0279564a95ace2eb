package marketshaping.sample;

/** A cost as it stands on a line: in pence, how often, and the units a week, empty where the rhythm needs none. */
record Price(long pence, String frequency, String units) {
    static final String ONE_OFF = "One-off";

    /** No cost on the line: the contract's own price holds. */
    static final Price OF_THE_CONTRACT = new Price(0, "", "");

    String cost() {
        return pence == 0 ? "" : Money.of(pence);
    }

    boolean isOneOff() {
        return frequency.equals(ONE_OFF);
    }

    /** What it comes to in a week; nothing, where it falls due once. */
    double weeklyPence() {
        for (Terms.Rhythm rhythm : Terms.Rhythm.values()) {
            if (rhythm.label.equals(frequency)) {
                return pence / rhythm.weeks;
            }
        }
        return isOneOff() ? 0 : pence * Double.parseDouble(units);
    }
}
