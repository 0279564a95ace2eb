package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Exact sums of amounts by cell, which may exceed a long: a region's spend of a year does. */
final class WideSums {
    private static final int LOW_BITS = 32;
    private static final long LOW = (1L << LOW_BITS) - 1;

    private long[] high = new long[64];
    private long[] low = new long[64];

    void add(int cell, long amount) {
        if (cell >= high.length) {
            int length = Math.max(2 * high.length, cell + 1);
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
        }
        long sum = low[cell] + (amount & LOW);
        low[cell] = sum & LOW;
        high[cell] += (amount >> LOW_BITS) + (sum >> LOW_BITS);
    }

    /** Returns the sum of a cell; zero if nothing was added. */
    BigDecimal of(int cell) {
        if (cell >= high.length) {
            return BigDecimal.ZERO.setScale(Lines.SCALE);
        }
        BigInteger sum = BigInteger.valueOf(high[cell]).shiftLeft(LOW_BITS).add(BigInteger.valueOf(low[cell]));
        return new BigDecimal(sum, Lines.SCALE);
    }
}
