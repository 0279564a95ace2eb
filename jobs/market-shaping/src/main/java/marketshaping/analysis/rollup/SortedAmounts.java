package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** The amounts of a cell in ascending order: the distinct amounts, and how often each occurs. */
public final class SortedAmounts implements Serializable {
    private static final int PERCENT = 100;

    private final long[] values;
    /** For each value, the number of amounts up to it. */
    private final long[] ranks;

    private SortedAmounts(long[] values, long[] ranks) {
        this.values = values;
        this.ranks = ranks;
    }

    static SortedAmounts of(long[] amounts) {
        Arrays.sort(amounts);
        long[] values = new long[amounts.length];
        long[] ranks = new long[amounts.length];
        int size = 0;
        for (int i = 0; i < amounts.length; i++) {
            size += size == 0 || values[size - 1] != amounts[i] ? 1 : 0;
            values[size - 1] = amounts[i];
            ranks[size - 1] = i + 1L;
        }
        return new SortedAmounts(Arrays.copyOf(values, size), Arrays.copyOf(ranks, size));
    }

    /** Returns these and other amounts. */
    SortedAmounts with(SortedAmounts other) {
        long[] both = new long[values.length + other.values.length];
        long[] rank = new long[both.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < values.length || j < other.values.length) {
            boolean isFirst = j == other.values.length || i < values.length && values[i] <= other.values[j];
            boolean isSecond = i == values.length || j < other.values.length && other.values[j] <= values[i];
            both[size] = isFirst ? values[i] : other.values[j];
            i += isFirst ? 1 : 0;
            j += isSecond ? 1 : 0;
            rank[size++] = (i == 0 ? 0 : ranks[i - 1]) + (j == 0 ? 0 : other.ranks[j - 1]);
        }
        return new SortedAmounts(Arrays.copyOf(both, size), Arrays.copyOf(rank, size));
    }

    /** Returns the number of amounts. */
    public long count() {
        return ranks.length == 0 ? 0 : ranks[ranks.length - 1];
    }

    /**
     * Returns a percentile, interpolated between the two nearest amounts as by Excel's PERCENTILE.INC, with eight decimal
     * places, rounded half up; null if there is no amount.
     *
     * @param percent from 0 to 100
     */
    public BigDecimal percentile(int percent) {
        if (values.length == 0) {
            return null;
        }
        long position = (long) percent * (count() - 1);
        long rest = position % PERCENT;
        BigDecimal below = decimal(position / PERCENT).multiply(BigDecimal.valueOf(PERCENT - rest));
        BigDecimal above = decimal((position + PERCENT - 1) / PERCENT).multiply(BigDecimal.valueOf(rest));
        return below.add(above).divide(BigDecimal.valueOf(PERCENT), Lines.SCALE, RoundingMode.HALF_UP);
    }

    /** Returns the amount at a position, from 0. */
    private BigDecimal decimal(long position) {
        int found = Arrays.binarySearch(ranks, position + 1);
        return BigDecimal.valueOf(values[found < 0 ? -found - 1 : found], Lines.SCALE);
    }

    /** Returns the mean, calculated from the exact sum; null if there is no amount. */
    public Double mean() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < values.length; i++) {
            sum = sum.add(BigDecimal.valueOf(values[i], Lines.SCALE)
                    .multiply(BigDecimal.valueOf(ranks[i] - (i == 0 ? 0 : ranks[i - 1]))));
        }
        return values.length == 0 ? null : (Double) (sum.doubleValue() / count());
    }

    /**
     * Returns a quantile, interpolated as {@link #percentile} but in floating-point arithmetic, to the last digit as
     * Spark's percentile; null if there is no amount.
     *
     * @param share from 0 to 1
     */
    public Double quantile(double share) {
        if (values.length == 0) {
            return null;
        }
        double position = (count() - 1) * share;
        double lower = Math.floor(position);
        double upper = Math.ceil(position);
        double below = decimal((long) lower).doubleValue();
        double above = decimal((long) upper).doubleValue();
        return below == above ? below : (upper - position) * below + (position - lower) * above;
    }

    /** Returns the number of amounts up to and including a value. */
    long countUpTo(long value) {
        int found = Arrays.binarySearch(values, value);
        int end = found < 0 ? -found - 1 : found + 1;
        return end == 0 ? 0 : ranks[end - 1];
    }

    /** Returns the number of amounts from a value on. */
    public long countFrom(double value) {
        long scaled = BigDecimal.valueOf(value).movePointRight(Lines.SCALE).longValueExact();
        return count() - countUpTo(scaled - 1);
    }

    /** Returns the distinct amounts in ascending order. */
    long[] distinct() {
        return values.clone();
    }
}
