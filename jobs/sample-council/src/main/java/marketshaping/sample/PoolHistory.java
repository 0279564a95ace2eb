package marketshaping.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stays of the people in a pool over the years. The pool starts with the planned number of people and has the
 * planned number on every key date. Only the current people are in memory.
 */
final class PoolHistory {
    private static final double PLANNED_END = 0.06;
    private static final double FROM_ANOTHER_POOL = 0.4;

    private final PopulationPlan plan;
    private final Pool pool;
    private final ReferenceNumbers register;
    private final Movers movers;
    private final SeededRandom chance;
    private final List<Stay> present = new ArrayList<>();

    PoolHistory(PopulationPlan plan, Pool pool, ReferenceNumbers register, Movers movers, SeededRandom chance) {
        this.plan = plan;
        this.pool = pool;
        this.register = register;
        this.movers = movers;
        this.chance = chance;
    }

    void forEachStay(Consumer<Stay> listener) {
        for (int i = 0; i < plan.stock(pool, 0); i++) {
            LocalDate start = startBeforeHistory();
            present.add(new Stay(pool, newPerson(SampleCalendar.FIRST_DAY), start, SampleCalendar.OPEN));
        }
        for (int interval = 0; interval < SampleCalendar.INTERVALS; interval++) {
            leave(interval, listener);
            join(interval);
        }
        for (Stay stay : present) {
            listener.accept(chance.happens(PLANNED_END) ? endingLater(stay) : stay);
        }
    }

    /**
     * Returns a random start date before the first day of the sample. Most are recent and a few are long ago, as if the
     * same share of people had left every year.
     */
    private LocalDate startBeforeHistory() {
        double years = Math.min(15, -StrictMath.log(1 - chance.fraction()) / pool.stratum().yearlyLeaverShare);
        return SampleCalendar.FIRST_DAY.minusDays((long) (years * 365.25));
    }

    private void leave(int interval, Consumer<Stay> listener) {
        for (int i = 0; i < plan.leavers(pool, interval); i++) {
            Stay stay = removeAny();
            LocalDate end = chance.day(
                    SampleCalendar.from(interval), SampleCalendar.to(interval).minusDays(1));
            Stay ended = new Stay(pool, stay.person(), stay.start(), end);
            movers.leave(ended);
            listener.accept(ended);
        }
    }

    private Stay removeAny() {
        int last = present.size() - 1;
        Stay stay = present.set(chance.below(present.size()), present.get(last));
        present.remove(last);
        return stay;
    }

    private void join(int interval) {
        for (int i = 0; i < plan.joiners(pool, interval); i++) {
            LocalDate start = chance.day(SampleCalendar.from(interval).plusDays(1), SampleCalendar.to(interval));
            present.add(new Stay(pool, newcomer(start), start, SampleCalendar.OPEN));
        }
    }

    /**
     * Returns a new person or one who moves from another pool. Nobody moves to a place out of the borough in the
     * counted year, because visits before the move would count too.
     */
    private Person newcomer(LocalDate start) {
        boolean mayMove = !(pool.isCountedOutOfBorough() && SampleCalendar.isInCountedYear(start));
        return mayMove && chance.happens(FROM_ANOTHER_POOL) && movers.isWaiting(pool, start)
                ? movers.next(pool, start)
                : newPerson(start);
    }

    private Person newPerson(LocalDate day) {
        return register.person(pool.age().birthBefore(day, chance));
    }

    private Stay endingLater(Stay stay) {
        LocalDate end = SampleCalendar.LAST_DAY.plusDays(chance.between(14, 400));
        return new Stay(pool, stay.person(), stay.start(), end);
    }
}
