package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.List;

/** Determines from the values of a column if they add up. Money and days do; medians and means do not. */
final class Additivity {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private Additivity() {}

    /** Returns true if the parts add up to the total within the rounding error of all cells. */
    static boolean holds(SumConstraint sum) {
        BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(sum.cells().size()));
        return sum.difference().abs().compareTo(tolerance) <= 0;
    }

    /**
     * Returns true if most of the sums hold. Ignores sums with fewer than two non-zero parts, because they would hold
     * for any column.
     */
    static boolean addsUp(List<SumConstraint> sums) {
        List<SumConstraint> informative = sums.stream()
                .filter(sum -> sum.parts().stream()
                                .filter(part -> part.value().signum() != 0)
                                .count()
                        > 1)
                .toList();
        return informative.stream().filter(Additivity::holds).count() * 2 > informative.size();
    }
}
