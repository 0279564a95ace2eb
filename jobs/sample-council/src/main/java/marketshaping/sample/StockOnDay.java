package marketshaping.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The number of people in each stratum and tier on one day. The totals that are published are rounded first, so that
 * the sample meets them exactly. Each total is then divided among its strata and tiers.
 */
final class StockOnDay {
    private static final int COUNCIL = 4000;
    private static final double NORTH_EAST_LONDON_SHARE = 0.55;

    private final Map<Stratum, int[]> byTier = new EnumMap<>(Stratum.class);
    private final Map<Stratum, Integer> people = new EnumMap<>(Stratum.class);
    private final Map<Stratum, Integer> outOfBorough = new EnumMap<>(Stratum.class);
    private final double scale;

    StockOnDay(int council, LocalDate day) {
        scale = (double) council / COUNCIL;
        ToDoubleFunction<Stratum> everyone = stratum -> stratum.people.on(day);
        ToDoubleFunction<Stratum> away = stratum -> stratum.outOfBorough.on(day);
        int careHomes = share(stratum -> stratum.setting.isCareHome(), everyone, people);
        int directPayments = share(stratum -> stratum == Stratum.DIRECT_PAYMENT, everyone, people);
        int all = rounded(stratum -> true, everyone);
        shareOut(
                all - careHomes - directPayments,
                stratum -> !stratum.setting.isCareHome() && stratum != Stratum.DIRECT_PAYMENT,
                everyone,
                people);
        share(stratum -> stratum.setting.isAccommodation(), away, outOfBorough);
        share(stratum -> !stratum.setting.isAccommodation(), away, outOfBorough);
        for (Stratum stratum : Stratum.values()) {
            byTier.put(stratum, tiers(stratum, day));
        }
    }

    /** Scales a number of people from a council of 4,000 people to a council of the given size. */
    static int scaled(double number, int council) {
        return (int) StrictMath.round(number * council / COUNCIL);
    }

    int people(Stratum stratum, Tier tier) {
        return byTier.get(stratum)[tier.ordinal()];
    }

    private int share(Predicate<Stratum> part, ToDoubleFunction<Stratum> number, Map<Stratum, Integer> into) {
        int whole = rounded(part, number);
        shareOut(whole, part, number, into);
        return whole;
    }

    private int rounded(Predicate<Stratum> part, ToDoubleFunction<Stratum> number) {
        double sum = 0;
        for (Stratum stratum : Stratum.values()) {
            sum += part.test(stratum) ? number.applyAsDouble(stratum) : 0;
        }
        return (int) StrictMath.round(sum * scale);
    }

    private static void shareOut(
            int whole, Predicate<Stratum> part, ToDoubleFunction<Stratum> number, Map<Stratum, Integer> into) {
        double[] weights = new double[Stratum.values().length];
        for (Stratum stratum : Stratum.values()) {
            weights[stratum.ordinal()] = part.test(stratum) ? number.applyAsDouble(stratum) : 0;
        }
        int[] shares = ProportionalShares.of(whole, weights);
        for (Stratum stratum : Stratum.values()) {
            if (part.test(stratum)) {
                into.put(stratum, shares[stratum.ordinal()]);
            }
        }
    }

    private int[] tiers(Stratum stratum, LocalDate day) {
        int everyone = people.get(stratum);
        int away = Math.min(everyone, outOfBorough.get(stratum));
        int outside = Math.min(away, (int) StrictMath.round(stratum.outsideLondon.on(day) * scale));
        int nowhere = Math.min(everyone - away, (int) StrictMath.round(stratum.notLocated * scale));
        int[] london = ProportionalShares.of(away - outside, NORTH_EAST_LONDON_SHARE, 1 - NORTH_EAST_LONDON_SHARE);
        return new int[] {everyone - away - nowhere, london[0], london[1], outside, nowhere};
    }
}
