package marketshaping.output.disclosure;

import java.math.BigDecimal;
import java.util.List;

/** Whether figures add up, judged from the figures: money and days spent do, medians and means don't. */
final class Additivity {
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    private Additivity() {}

    /** True where the parts make the total, give or take the rounding of each. */
    static boolean holds(SumConstraint sum) {
        BigDecimal tolerance = ROUNDING.multiply(BigDecimal.valueOf(sum.cells().size()));
        return sum.difference().abs().compareTo(tolerance) <= 0;
    }

    /** True for a column most of whose sums hold, of those that have two parts or more to add. */
    static boolean addsUp(List<SumConstraint> sums) {
        List<SumConstraint> telling = sums.stream()
                .filter(sum -> sum.parts().stream()
                                .filter(part -> part.value().signum() != 0)
                                .count()
                        > 1)
                .toList();
        return telling.stream().filter(Additivity::holds).count() * 2 > telling.size();
    }
}
