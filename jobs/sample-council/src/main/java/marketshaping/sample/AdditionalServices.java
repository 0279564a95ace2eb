package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/**
 * Adds extra services, one-off costs and credits to the main support of some people. An extra service is always within
 * the dates of the main support, so no count of people changes.
 */
final class AdditionalServices {
    /** The content of an extra placement line: a service or cost, a one-off credit, or a weekly credit. */
    enum Kind {
        SERVICE,
        CREDIT,
        WEEKLY_CREDIT
    }

    private final CumulativeRounding weeklyCredits = new CumulativeRounding();
    private final SeededRandom chance;

    AdditionalServices(SeededRandom chance) {
        this.chance = chance;
    }

    void add(Stay stay, BiConsumer<PlacementLine, Kind> listener) {
        switch (stay.pool().setting()) {
            case SUPPORTED_LIVING, SHARED_LIVES -> alongside(stay, CareSetting.DAY_SUPPORT, dayShare(stay), listener);
            case HOME_CARE -> {
                alongside(stay, CareSetting.DAY_SUPPORT, 0.05, listener);
                respite(stay, 0.06, listener);
                addOneOff(stay, 0.05, listener);
            }
            case DIRECT_PAYMENT -> {
                alongside(stay, CareSetting.HOME_CARE, 0.07, listener);
                respite(stay, 0.12, listener);
                addOneOff(stay, 0.04, listener);
            }
            case DAY_SUPPORT, RESIDENTIAL -> addOneOff(stay, 0.02, listener);
            default -> {}
        }
    }

    private static double dayShare(Stay stay) {
        return stay.pool().need() == Need.LEARNING_DISABILITY ? 0.24 : 0.03;
    }

    private void alongside(Stay stay, CareSetting setting, double share, BiConsumer<PlacementLine, Kind> listener) {
        if (chance.happens(share)) {
            LocalDate last = stay.lastKnownDay();
            LocalDate start = chance.day(stay.start(), last);
            LocalDate end = chance.happens(0.7) ? stay.end() : chance.day(start, last);
            if (!end.isBefore(SampleCalendar.FIRST_DAY)) {
                listener.accept(new PlacementLine(stay.pool(), setting, stay.person(), start, end), Kind.SERVICE);
            }
        }
    }

    private void respite(Stay stay, double share, BiConsumer<PlacementLine, Kind> listener) {
        LocalDate first = SampleCalendar.later(stay.start(), SampleCalendar.FIRST_DAY);
        if (chance.happens(share) && ChronoUnit.DAYS.between(first, stay.lastKnownDay()) > 30) {
            LocalDate start = chance.day(first, stay.lastKnownDay().minusDays(22));
            LocalDate end = start.plusDays(6L + 7L * chance.below(3));
            listener.accept(
                    new PlacementLine(stay.pool(), CareSetting.RESPITE, stay.person(), start, end), Kind.SERVICE);
        }
    }

    /** Adds a one-off cost, a one-off credit or a weekly credit to the stay, with the given probability. */
    private void addOneOff(Stay stay, double share, BiConsumer<PlacementLine, Kind> listener) {
        if (chance.happens(share)) {
            LocalDate day =
                    chance.day(SampleCalendar.later(stay.start(), SampleCalendar.FIRST_DAY), stay.lastKnownDay());
            PlacementLine line = new PlacementLine(stay.pool(), CareSetting.OTHER, stay.person(), day, day);
            if (weeklyCredits.next(0.03)) {
                PlacementLine lasting =
                        new PlacementLine(stay.pool(), CareSetting.OTHER, stay.person(), day, stay.end());
                listener.accept(lasting, Kind.WEEKLY_CREDIT);
            } else {
                listener.accept(line, chance.happens(0.15) ? Kind.CREDIT : Kind.SERVICE);
            }
        }
    }
}
