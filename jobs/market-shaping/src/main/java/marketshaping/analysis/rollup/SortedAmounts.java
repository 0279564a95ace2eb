package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The amounts of a cell in ascending order. */
public final class SortedAmounts {
    private static final int PERCENT = 100;

    private final long[] values;

    SortedAmounts(long[] values) {
        this.values = values;
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
        long position = (long) percent * (values.length - 1);
        long rest = position % PERCENT;
        BigDecimal below = decimal(position / PERCENT).multiply(BigDecimal.valueOf(PERCENT - rest));
        BigDecimal above = decimal((position + PERCENT - 1) / PERCENT).multiply(BigDecimal.valueOf(rest));
        return below.add(above).divide(BigDecimal.valueOf(PERCENT), Lines.SCALE, RoundingMode.HALF_UP);
    }

    private BigDecimal decimal(long index) {
        return BigDecimal.valueOf(values[(int) index], Lines.SCALE);
    }
}
