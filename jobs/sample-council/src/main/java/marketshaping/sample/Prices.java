package marketshaping.sample;

/**
 * The prices of care by setting, need, age, tier, route and year. Base prices are those of the financial year that
 * begins in April 2022.
 */
final class Prices {
    private static final int BASE_YEAR = 2022;

    /** The price level of each financial year from 2022/23 to 2026/27, relative to 2022/23. */
    private static final double[] LEVELS = {1, 1.085, 1.155, 1.21, 1.26};

    private final CumulativeRounding fromContract = new CumulativeRounding();

    /** Returns the price that the placements file records on a line. */
    LinePrice of(PlacementLine line, Purchase purchase, PriceTerms terms) {
        return purchase.route() == Route.BLOCK && fromContract.next(0.3)
                ? LinePrice.CONTRACT_PRICE
                : agreed(line, purchase, terms);
    }

    /** Returns the agreed price, even if the line does not record it. */
    LinePrice agreed(PlacementLine line, Purchase purchase, PriceTerms terms) {
        double factor = level(line) * ofRoute(purchase.route());
        return switch (line.setting()) {
            case HOME_CARE ->
                terms.frequency() == PriceTerms.Frequency.FOUR_WEEKLY
                        ? atFrequency(98000 * factor * terms.priceFactor(), terms)
                        : byUnit("Hourly", 1860 * factor * dampedFactor(terms), quarterHours(purchase.route(), terms));
            case DAY_SUPPORT -> byUnit("Per session", 6450 * factor * dampedFactor(terms), quarterSessions(terms));
            case RESPITE -> byUnit("Daily", 14200 * factor * dampedFactor(terms), 28);
            case OTHER -> new LinePrice(PenceText.rounded(38000 * factor * terms.priceFactor()), LinePrice.ONE_OFF, "");
            default -> atFrequency(weekly(line) * factor * ofTier(line) * terms.priceFactor(), terms);
        };
    }

    /** Returns the price of a one-off credit: a negative amount that is paid back once. */
    LinePrice credit(PlacementLine line, PriceTerms terms) {
        return new LinePrice(-PenceText.rounded(21500 * level(line) * terms.priceFactor()), LinePrice.ONE_OFF, "");
    }

    /** Returns the price of a weekly credit: a negative amount that is paid back every week while the line lasts. */
    LinePrice weeklyCredit(PlacementLine line, PriceTerms terms) {
        return new LinePrice(-PenceText.rounded(4200 * level(line) * terms.priceFactor()), "Weekly", "");
    }

    private static double level(PlacementLine line) {
        int year = Math.max(BASE_YEAR, line.priceYear());
        return LEVELS[Math.min(LEVELS.length - 1, year - BASE_YEAR)];
    }

    private static LinePrice atFrequency(double weeklyPence, PriceTerms terms) {
        return new LinePrice(PenceText.rounded(weeklyPence * terms.frequency().weeks), terms.frequency().label, "");
    }

    private static LinePrice byUnit(String frequency, double pence, int quarterUnits) {
        return new LinePrice(
                PenceText.rounded(pence),
                frequency,
                quarterUnits % 4 == 0 ? Integer.toString(quarterUnits / 4) : PenceText.of(quarterUnits * 25L));
    }

    /**
     * Returns the quarter hours of care per week. Packages that are hard to place are bought spot, so spot packages are
     * larger.
     */
    private static int quarterHours(Route route, PriceTerms terms) {
        return route == Route.SPOT ? terms.quarterUnits() * 9 / 8 : terms.quarterUnits();
    }

    /** Returns the sessions per week, in quarter sessions: two to four sessions, mostly three. */
    private static int quarterSessions(PriceTerms terms) {
        return 4 * (2 + (terms.quarterUnits() % 4 + 1) / 2);
    }

    /**
     * Returns a price factor closer to 1, for prices per hour or session. These vary far less than the price of a
     * place.
     */
    private static double dampedFactor(PriceTerms terms) {
        return 1 + (Math.min(terms.priceFactor(), 1.6) - 1) / 5;
    }

    private static double ofRoute(Route route) {
        return switch (route) {
            case FRAMEWORK -> 0.91;
            case DYNAMIC -> 0.95;
            case BLOCK -> 0.89;
            case IN_HOUSE -> 1.07;
            default -> 1;
        };
    }

    private static double ofTier(PlacementLine line) {
        boolean specialist =
                line.pool().need() == Need.LEARNING_DISABILITY || line.pool().need() == Need.MENTAL_HEALTH;
        return switch (line.tier()) {
            case NORTH_EAST_LONDON -> 0.98;
            case OTHER_LONDON -> 1.04;
            case OUTSIDE_LONDON -> specialist ? 1.07 : 0.9;
            default -> 1;
        };
    }

    private static double weekly(PlacementLine line) {
        boolean older = line.pool().age() == AgeBand.OLDER;
        Need need = line.pool().need();
        return switch (line.setting()) {
            case RESIDENTIAL ->
                switch (need) {
                    case LEARNING_DISABILITY -> older ? 128000 : 158000;
                    case MENTAL_HEALTH -> older ? 82000 : 97000;
                    case MEMORY -> 78000;
                    default -> older ? 74500 : 104000;
                };
            case NURSING -> need == Need.MEMORY ? 93000 : older ? 88500 : 117000;
            case SUPPORTED_LIVING ->
                switch (need) {
                    case LEARNING_DISABILITY -> older ? 88000 : 98000;
                    case MENTAL_HEALTH -> older ? 60500 : 64500;
                    default -> 74000;
                };
            case EXTRA_CARE -> need == Need.MEMORY ? 37500 : 33000;
            case SHARED_LIVES -> 42500;
            default -> need == Need.LEARNING_DISABILITY ? 36000 : older ? 21500 : 26000;
        };
    }
}
