package marketshaping.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long cases waited for an offer, by setting and by spell of time. Within a spell the waits follow a curve with a long tail,
 * and their sum is fixed beforehand, so that the mean comes out as published.
 */
final class WaitingTimes {
    /** The share of placements that came through the brokerage team and were recorded there. */
    static final double RECORDED = 0.9;

    private static final List<LocalDate> SPELL_ENDS = List.of(
            LocalDate.of(2024, 7, 31),
            LocalDate.of(2025, 7, 31),
            SampleCalendar.GO_LIVE.minusDays(1),
            SampleCalendar.LAST_DAY);

    private final Map<CareSetting, Spell[]> spells = new EnumMap<>(CareSetting.class);

    WaitingTimes(PopulationPlan plan) {
        for (CareSetting setting : CareSetting.values()) {
            double[] means = means(setting);
            Spell[] ofSetting = new Spell[SPELL_ENDS.size()];
            for (int spell = 0; spell < ofSetting.length; spell++) {
                int cases = (int) StrictMath.floor(starts(plan, setting, spell) * RECORDED + 1e-6);
                ofSetting[spell] = new Spell(cases, means[spell], tail(setting));
            }
            spells.put(setting, ofSetting);
        }
    }

    /** True where the next placement that starts on this day has a recorded case. */
    boolean isRecorded(CareSetting setting, LocalDate start) {
        return spell(setting, start).recorded.next(RECORDED);
    }

    /** The days that the next case of a placement that starts on this day waited. */
    int next(CareSetting setting, LocalDate start) {
        return spell(setting, start).next();
    }

    /** The mean wait in the latest spell. */
    static double latestMean(CareSetting setting) {
        double[] means = means(setting);
        return means[means.length - 1];
    }

    /** The first day on which a case can be sourced so that it counts in the spell of its placement's start. */
    static LocalDate firstDay(LocalDate start) {
        int spell = number(start);
        return spell == 0 ? SampleCalendar.FIRST_DAY : SPELL_ENDS.get(spell - 1).plusDays(1);
    }

    private Spell spell(CareSetting setting, LocalDate start) {
        return spells.get(setting)[number(start)];
    }

    private static int number(LocalDate start) {
        int spell = 0;
        while (start.isAfter(SPELL_ENDS.get(spell))) {
            spell++;
        }
        return spell;
    }

    private static int starts(PopulationPlan plan, CareSetting setting, int spell) {
        int starts = 0;
        for (Pool pool : plan.pools()) {
            for (int interval = 0; interval < SampleCalendar.INTERVALS && pool.setting() == setting; interval++) {
                starts += number(SampleCalendar.to(interval)) == spell ? plan.joiners(pool, interval) : 0;
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

    /** How much of the waiting is in the middle, in the slow cases and in the few very slow ones. */
    private static double[] tail(CareSetting setting) {
        return setting == CareSetting.HOME_CARE ? new double[] {0.45, 0.3, 0.25} : new double[] {0.35, 0.5, 0.15};
    }

    private static final class Spell {
        private final CumulativeRounding recorded = new CumulativeRounding();
        private final int cases;
        private final long days;
        private final double[] tail;
        private final int stride;
        private int dealt;

        Spell(int cases, double mean, double[] tail) {
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

        /** The days of the quickest cases, that many of them, together. */
        private long upTo(int rank) {
            double share = (double) rank / cases;
            return StrictMath.round(days
                    * (tail[0] * share
                            + tail[1] * SeededRandom.toThe(4, share)
                            + tail[2] * SeededRandom.toThe(25, share)));
        }

        /** A step that visits every rank once and jumps about. */
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
