package marketshaping.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A random number generator (SplitMix64) that returns the same numbers for the same seed and stream. The numbers are
 * the same on every machine and in every release of Java, so a sample is always the same, byte for byte.
 */
final class SeededRandom {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed, long stream) {
        this.state = mixed(seed + STEP * mixed(stream + STEP));
    }

    /** Returns a whole number from 0 to {@code bound} minus 1. */
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** Returns a whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Returns a number from 0, included, to 1, excluded. */
    double fraction() {
        state += STEP;
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    /** Returns a random number from 0 to 1. Large numbers are rarer if the power is higher. */
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

    /** Returns true for about {@code share} of the calls. */
    boolean happens(double share) {
        return fraction() < share;
    }

    /** Returns a day from {@code first} to {@code last}, both included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** Returns an index into a list of this size. Early positions are far more frequent than late ones. */
    int indexPreferringEarly(int size) {
        return (int) (size * rarelyLarge(2));
    }

    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
