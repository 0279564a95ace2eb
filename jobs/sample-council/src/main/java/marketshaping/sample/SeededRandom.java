package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Numbers that look random and are the same for the same seed and stream, on every machine and in every release of Java, so
 * that a sample is the same byte for byte. (SplitMix64: a counter, well stirred.)
 */
final class SeededRandom {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed, long stream) {
        this.state = stirred(seed + STEP * stirred(stream + STEP));
    }

    /** A whole number from 0 to {@code bound} minus 1. */
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** A number from 0, included, to 1, excluded. */
    double fraction() {
        state += STEP;
        return (stirred(state) >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 to 1, the large ones the rarer the higher the power. */
    double rarelyLarge(int power) {
        return toThe(power, fraction());
    }

    static double toThe(int power, double number) {
        double product = 1;
        for (int i = 0; i < power; i++) {
            product *= number;
        }
        return product;
    }

    /** True about {@code share} of the time. */
    boolean happens(double share) {
        return fraction() < share;
    }

    /** A day from {@code first} to {@code last}, both included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** A place in a list of {@code size}, the early ones far more often than the late ones. */
    int leaningEarly(int size) {
        return (int) (size * rarelyLarge(2));
    }

    private static long stirred(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
