package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** What some people have on top of their main support, always within its time, so that no count of people changes. */
final class Extras {
    /** What kind of cost an extra line has. */
    enum Kind {
        SERVICE,
        CREDIT,
        WEEKLY_CREDIT
    }

    private final Running weeklyCredits = new Running();
    private final Chance chance;

    Extras(Chance chance) {
        this.chance = chance;
    }

    void add(Stay stay, BiConsumer<Line, Kind> listener) {
        switch (stay.pool().setting()) {
            case SUPPORTED_LIVING, SHARED_LIVES -> alongside(stay, Setting.DAY_SUPPORT, dayShare(stay), listener);
            case HOME_CARE -> {
                alongside(stay, Setting.DAY_SUPPORT, 0.05, listener);
                respite(stay, 0.06, listener);
                once(stay, 0.05, listener);
            }
            case DIRECT_PAYMENT -> {
                alongside(stay, Setting.HOME_CARE, 0.07, listener);
                respite(stay, 0.12, listener);
                once(stay, 0.04, listener);
            }
            case DAY_SUPPORT, RESIDENTIAL -> once(stay, 0.02, listener);
            default -> {}
        }
    }

    private static double dayShare(Stay stay) {
        return stay.pool().need() == Need.LEARNING_DISABILITY ? 0.24 : 0.03;
    }

    private void alongside(Stay stay, Setting setting, double share, BiConsumer<Line, Kind> listener) {
        if (chance.happens(share)) {
            LocalDate last = stay.lastKnownDay();
            LocalDate start = chance.day(stay.start(), last);
            LocalDate end = chance.happens(0.7) ? stay.end() : chance.day(start, last);
            if (!end.isBefore(Calendar.FIRST_DAY)) {
                listener.accept(new Line(stay.pool(), setting, stay.person(), start, end), Kind.SERVICE);
            }
        }
    }

    private void respite(Stay stay, double share, BiConsumer<Line, Kind> listener) {
        LocalDate first = Calendar.later(stay.start(), Calendar.FIRST_DAY);
        if (chance.happens(share) && ChronoUnit.DAYS.between(first, stay.lastKnownDay()) > 30) {
            LocalDate start = chance.day(first, stay.lastKnownDay().minusDays(22));
            LocalDate end = start.plusDays(6L + 7L * chance.below(3));
            listener.accept(new Line(stay.pool(), Setting.RESPITE, stay.person(), start, end), Kind.SERVICE);
        }
    }

    /** One-off costs, and now and then a credit. */
    private void once(Stay stay, double share, BiConsumer<Line, Kind> listener) {
        if (chance.happens(share)) {
            LocalDate day = chance.day(Calendar.later(stay.start(), Calendar.FIRST_DAY), stay.lastKnownDay());
            Line line = new Line(stay.pool(), Setting.OTHER, stay.person(), day, day);
            if (weeklyCredits.next(0.03)) {
                Line lasting = new Line(stay.pool(), Setting.OTHER, stay.person(), day, stay.end());
                listener.accept(lasting, Kind.WEEKLY_CREDIT);
            } else {
                listener.accept(line, chance.happens(0.15) ? Kind.CREDIT : Kind.SERVICE);
            }
        }
    }
}
