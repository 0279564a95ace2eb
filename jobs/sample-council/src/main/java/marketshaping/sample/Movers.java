package marketshaping.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** People who have left a pool and may join a pool of the same need and age in the same month. */
final class Movers {
    private static final double SHARE = 0.3;
    private static final double SHARE_OF_ACCOMMODATION = 0.6;
    private static final Deque<Mover> NOBODY = new ArrayDeque<>(0);

    private record Group(Need need, AgeBand age, int month) {}

    private record Mover(Person person, LocalDate left) {}

    private final Map<Group, Deque<Mover>> waiting = new HashMap<>();
    private final CumulativeRounding kept = new CumulativeRounding();

    void leave(Stay stay) {
        if (kept.next(stay.pool().setting().isAccommodation() ? SHARE_OF_ACCOMMODATION : SHARE)) {
            waiting.computeIfAbsent(group(stay.pool(), stay.end()), group -> new ArrayDeque<>())
                    .add(new Mover(stay.person(), stay.end()));
        }
    }

    boolean isWaiting(Pool pool, LocalDate start) {
        Deque<Mover> movers = waiting.getOrDefault(group(pool, start), NOBODY);
        return !movers.isEmpty() && movers.peek().left().isBefore(start);
    }

    Person next(Pool pool, LocalDate start) {
        return waiting.getOrDefault(group(pool, start), NOBODY).remove().person();
    }

    private static Group group(Pool pool, LocalDate day) {
        return new Group(pool.need(), pool.age(), day.getYear() * 12 + day.getMonthValue());
    }
}
