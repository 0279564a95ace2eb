package marketshaping.sample;

/**
 * The agreed price terms of a stay. Consecutive lines of a stay share them.
 *
 * @param priceFactor the factor by which the usual price is multiplied
 * @param quarterUnits the quarter hours of home care per week, from which the sessions of day support also follow
 */
record PriceTerms(double priceFactor, Frequency frequency, int quarterUnits) {
    /** The payment frequency of a cost, with the number of weeks that one payment covers. */
    enum Frequency {
        WEEKLY("Weekly", 1),
        WEEKLY_UNSTATED("", 1),
        FORTNIGHTLY("Fortnightly", 2),
        FOUR_WEEKLY("4-weekly", 4),
        MONTHLY("Monthly", 52 / 12.0),
        ANNUALLY("Annually", 52);

        final String label;
        final double weeks;

        Frequency(String label, double weeks) {
            this.label = label;
            this.weeks = weeks;
        }
    }

    static PriceTerms agreed(Pool pool, SeededRandom chance) {
        double even = 0.72 + 0.28 * (chance.fraction() + chance.fraction());
        boolean specialist = pool.need() == Need.LEARNING_DISABILITY || pool.need() == Need.MENTAL_HEALTH;
        double complex = specialist ? 1.5 * chance.rarelyLarge(9) : 0.8 * chance.rarelyLarge(14);
        int quarterHours = 14 + (int) (120 * chance.rarelyLarge(2));
        return new PriceTerms(even + complex, frequency(chance.fraction()), quarterHours);
    }

    private static Frequency frequency(double fraction) {
        if (fraction < 0.83) {
            return Frequency.WEEKLY;
        }
        if (fraction < 0.88) {
            return Frequency.WEEKLY_UNSTATED;
        }
        if (fraction < 0.95) {
            return Frequency.FOUR_WEEKLY;
        }
        if (fraction < 0.98) {
            return Frequency.MONTHLY;
        }
        return fraction < 0.995 ? Frequency.FORTNIGHTLY : Frequency.ANNUALLY;
    }
}
