package marketshaping.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The waits from clock start to sourced, by setting and period. Within a period, most waits are short and a few are
 * very long. Their sum is fixed beforehand, so that their mean equals the given mean.
 */
final class WaitingTimes {
    /** The share of placements for which the brokerage team recorded a case. */
    static final double RECORDED = 0.9;

    private static final List<LocalDate> PERIOD_ENDS = List.of(
            LocalDate.of(2024, 7, 31),
            LocalDate.of(2025, 7, 31),
            SampleCalendar.GO_LIVE.minusDays(1),
            SampleCalendar.LAST_DAY);

    private final Map<CareSetting, Period[]> periods = new EnumMap<>(CareSetting.class);

    WaitingTimes(PopulationPlan plan) {
        for (CareSetting setting : CareSetting.values()) {
            double[] means = means(setting);
            Period[] ofSetting = new Period[PERIOD_ENDS.size()];
            for (int period = 0; period < ofSetting.length; period++) {
                int cases = (int) StrictMath.floor(starts(plan, setting, period) * RECORDED + 1e-6);
                ofSetting[period] = new Period(cases, means[period], tail(setting));
            }
            periods.put(setting, ofSetting);
        }
    }

    /** Decides if the team recorded the case of the next placement, which starts on this day. */
    boolean isRecorded(CareSetting setting, LocalDate start) {
        return period(setting, start).recorded.next(RECORDED);
    }

    /** Returns the wait, in days, of the next case, whose placement starts on this day. */
    int next(CareSetting setting, LocalDate start) {
        return period(setting, start).next();
    }

    /** Returns the mean wait in days in the latest period. */
    static double latestMean(CareSetting setting) {
        double[] means = means(setting);
        return means[means.length - 1];
    }

    /**
     * Returns the first day on which a case can be sourced so that it counts in the same period as the start of its
     * placement.
     */
    static LocalDate firstDay(LocalDate start) {
        int period = number(start);
        return period == 0
                ? SampleCalendar.FIRST_DAY
                : PERIOD_ENDS.get(period - 1).plusDays(1);
    }

    private Period period(CareSetting setting, LocalDate start) {
        return periods.get(setting)[number(start)];
    }

    private static int number(LocalDate start) {
        int period = 0;
        while (start.isAfter(PERIOD_ENDS.get(period))) {
            period++;
        }
        return period;
    }

    private static int starts(PopulationPlan plan, CareSetting setting, int period) {
        int starts = 0;
        for (Pool pool : plan.pools()) {
            for (int interval = 0; interval < SampleCalendar.INTERVALS && pool.setting() == setting; interval++) {
                starts += number(SampleCalendar.to(interval)) == period ? plan.joiners(pool, interval) : 0;
            }
        }
        return starts;
    }

    private static double[] means(CareSetting setting) {
        return switch (setting) {
            case RESIDENTIAL -> new double[] {13.2, 14, 14.4, 9};
            case NURSING -> new double[] {17.1, 18, 17.5, 13};
            case SUPPORTED_LIVING -> new double[] {30.5, 32, 31, 19};
            case EXTRA_CARE -> new double[] {16, 17, 17, 12};
            case SHARED_LIVES -> new double[] {38, 40, 40, 33};
            case HOME_CARE -> new double[] {2.9, 3, 2.8, 2.3};
            default -> new double[] {6, 6, 6, 5};
        };
    }

    /**
     * Returns three shares of the total wait: the share spread over all cases, that of the slow cases, and that of the
     * few very slow cases.
     */
    private static double[] tail(CareSetting setting) {
        return setting == CareSetting.HOME_CARE ? new double[] {0.45, 0.3, 0.25} : new double[] {0.35, 0.5, 0.15};
    }

    private static final class Period {
        private final CumulativeRounding recorded = new CumulativeRounding();
        private final int cases;
        private final long days;
        private final double[] tail;
        private final int stride;
        private int dealt;

        Period(int cases, double mean, double[] tail) {
            this.cases = cases;
            this.days = StrictMath.round(cases * mean);
            this.tail = tail;
            this.stride = stride(cases);
        }

        int next() {
            int rank = (int) ((long) dealt * stride % cases);
            dealt++;
            return (int) (upTo(rank + 1) - upTo(rank));
        }

        /** Returns the total wait, in days, of the given number of quickest cases. */
        private long upTo(int rank) {
            double share = (double) rank / cases;
            return StrictMath.round(days
                    * (tail[0] * share
                            + tail[1] * SeededRandom.toThe(4, share)
                            + tail[2] * SeededRandom.toThe(25, share)));
        }

        /** Returns a step size with which a walk through the ranks visits each rank once, in scattered order. */
        private static int stride(int cases) {
            int step = Math.max(1, (int) (cases * 0.618));
            while (greatestCommonDivisor(step, Math.max(1, cases)) != 1) {
                step++;
            }
            return step;
        }

        private static int greatestCommonDivisor(int one, int other) {
            return other == 0 ? one : greatestCommonDivisor(other, one % other);
        }
    }
}
