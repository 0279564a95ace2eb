package marketshaping.sample;

/**
 * What was agreed about the price of a stay: how far from the usual, in which rhythm, and for how many hours, days or
 * sessions a week (in quarters). Lines that follow one another in a stay share it.
 */
record PriceTerms(double aboutUsual, Rhythm rhythm, int quarterUnits) {
    /** How often a cost falls due, and how many weeks it then covers. */
    enum Rhythm {
        WEEKLY("Weekly", 1),
        WEEKLY_UNSAID("", 1),
        FORTNIGHTLY("Fortnightly", 2),
        FOUR_WEEKLY("4-weekly", 4),
        MONTHLY("Monthly", 52 / 12.0),
        ANNUALLY("Annually", 52);

        final String label;
        final double weeks;

        Rhythm(String label, double weeks) {
            this.label = label;
            this.weeks = weeks;
        }
    }

    static PriceTerms agreed(Pool pool, SeededRandom chance) {
        double even = 0.72 + 0.28 * (chance.fraction() + chance.fraction());
        boolean specialist = pool.need() == Need.LEARNING_DISABILITY || pool.need() == Need.MENTAL_HEALTH;
        double complex = specialist ? 1.5 * chance.rarelyLarge(9) : 0.8 * chance.rarelyLarge(14);
        int quarterHours = 14 + (int) (120 * chance.rarelyLarge(2));
        return new PriceTerms(even + complex, rhythm(chance.fraction()), quarterHours);
    }

    private static Rhythm rhythm(double fraction) {
        if (fraction < 0.83) {
            return Rhythm.WEEKLY;
        }
        if (fraction < 0.88) {
            return Rhythm.WEEKLY_UNSAID;
        }
        if (fraction < 0.95) {
            return Rhythm.FOUR_WEEKLY;
        }
        if (fraction < 0.98) {
            return Rhythm.MONTHLY;
        }
        return fraction < 0.995 ? Rhythm.FORTNIGHTLY : Rhythm.ANNUALLY;
    }
}
