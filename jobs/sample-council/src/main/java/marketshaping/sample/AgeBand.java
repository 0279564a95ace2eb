package marketshaping.sample;

import java.time.LocalDate;

/** An age band: working age, or 65 and over. */
enum AgeBand {
    YOUNGER(19, 61),
    OLDER(66, 96);

    private final int youngest;
    private final int oldest;

    AgeBand(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** Returns a random date of birth of a person who is in this age band on {@code day}. */
    LocalDate birthBefore(LocalDate day, SeededRandom chance) {
        return day.minusYears(chance.between(youngest, oldest)).minusDays(chance.below(365));
    }
}
