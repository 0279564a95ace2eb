package marketshaping.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The number of people in every pool on every key date, and the numbers who leave and join between consecutive key
 * dates. The plan is complete before any person is created, so that the sample meets every published figure exactly.
 */
final class PopulationPlan {
    /** The number of placements out of the borough that started in the counted year, in a council of 4,000 people. */
    private static final int PLACED_IN_COUNTED_YEAR = 107;

    private static final int COUNTED = SampleCalendar.KEY_DATES.indexOf(SampleCalendar.OUT_OF_BOROUGH_COUNT);

    private final int council;
    private final List<Pool> pools = new ArrayList<>();
    private final List<int[]> stock = new ArrayList<>();
    private final List<int[]> leavers = new ArrayList<>();

    PopulationPlan(int council) {
        this.council = council;
        stockPools();
        planLeavers();
    }

    List<Pool> pools() {
        return pools;
    }

    int stock(Pool pool, int keyDate) {
        return stock.get(pool.number())[keyDate];
    }

    int leavers(Pool pool, int interval) {
        return leavers.get(pool.number())[interval];
    }

    int joiners(Pool pool, int interval) {
        return leavers(pool, interval) + change(pool, interval);
    }

    /** Returns the number of people in accommodation with care out of the borough on the day of the published count. */
    int countedOutOfBorough() {
        return pools.stream()
                .filter(Pool::isCountedOutOfBorough)
                .mapToInt(pool -> stock(pool, COUNTED))
                .sum();
    }

    /** Returns the largest number of people whom these pools together contain on any key date. */
    int peak(Predicate<Pool> part) {
        int most = 0;
        for (int keyDate = 0; keyDate < SampleCalendar.KEY_DATES.size(); keyDate++) {
            int people = 0;
            for (Pool pool : pools) {
                people += part.test(pool) ? stock(pool, keyDate) : 0;
            }
            most = Math.max(most, people);
        }
        return most;
    }

    private void stockPools() {
        List<StockOnDay> stocks = SampleCalendar.KEY_DATES.stream()
                .map(day -> new StockOnDay(council, day))
                .toList();
        for (Stratum stratum : Stratum.values()) {
            double[] weights =
                    stratum.mixes.stream().mapToDouble(Stratum.Mix::share).toArray();
            for (Tier tier : Tier.values()) {
                int[][] split = new int[stocks.size()][];
                for (int keyDate = 0; keyDate < split.length; keyDate++) {
                    split[keyDate] = ProportionalShares.of(stocks.get(keyDate).people(stratum, tier), weights);
                }
                for (int mix = 0; mix < weights.length; mix++) {
                    addPool(stratum, stratum.mixes.get(mix), tier, column(split, mix));
                }
            }
        }
    }

    private static int[] column(int[][] rows, int column) {
        int[] values = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            values[row] = rows[row][column];
        }
        return values;
    }

    private void addPool(Stratum stratum, Stratum.Mix mix, Tier tier, int[] people) {
        pools.add(new Pool(pools.size(), stratum, mix.need(), mix.age(), tier));
        stock.add(people);
        leavers.add(new int[SampleCalendar.INTERVALS]);
    }

    private void planLeavers() {
        double countedRate = countedRate();
        CumulativeRounding inCountedYear = new CumulativeRounding();
        CumulativeRounding otherwise = new CumulativeRounding();
        for (Pool pool : pools) {
            for (int interval = 0; interval < SampleCalendar.INTERVALS; interval++) {
                int forced = Math.max(0, -change(pool, interval));
                int most = stock(pool, interval) - forced;
                int more = isCounted(pool, interval)
                        ? inCountedYear.next(turnover(pool, interval) * countedRate, most)
                        : otherwise.next(Math.max(0, turnover(pool, interval) - forced), most);
                leavers.get(pool.number())[interval] = forced + more;
            }
        }
    }

    /**
     * Returns the factor by which turnover is multiplied, so that exactly the published number of placements starts in
     * the counted year.
     */
    private double countedRate() {
        double turnover = 0;
        int placedAnyway = 0;
        for (Pool pool : pools) {
            for (int interval = 0; interval < SampleCalendar.INTERVALS; interval++) {
                if (isCounted(pool, interval)) {
                    turnover += turnover(pool, interval);
                    placedAnyway += Math.max(0, change(pool, interval));
                }
            }
        }
        int wanted = StockOnDay.scaled(PLACED_IN_COUNTED_YEAR, council);
        return turnover == 0 ? 0 : Math.max(0, wanted - placedAnyway) / turnover;
    }

    private static boolean isCounted(Pool pool, int interval) {
        return pool.isCountedOutOfBorough() && SampleCalendar.isInCountedYear(interval);
    }

    private double turnover(Pool pool, int interval) {
        return stock(pool, interval) * pool.stratum().yearlyLeaverShare * SampleCalendar.years(interval);
    }

    private int change(Pool pool, int interval) {
        return stock(pool, interval + 1) - stock(pool, interval);
    }
}
