package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tests whether the parts of a column add up to its totals. Amounts of money and numbers of days add up; medians and
 * means do not.
 */
final class Additivity {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private Additivity() {}

    /** Returns true if the parts add up to the total within the rounding error of all cells. */
    static boolean holds(SumConstraint sum) {
        BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(sum.cells().size()));
        return sum.difference().abs().compareTo(tolerance) <= 0;
    }

    /**
     * Returns true if the parts equal the total in most of these sums. Ignores sums with fewer than two non-zero parts,
     * which hold in any column.
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
