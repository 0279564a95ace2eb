package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The contribution of some people's lines to a figure of a cell. */
sealed interface Part extends Serializable {
    /** Returns the contribution of these lines and of lines of other people. */
    Part with(Part other);

    /** Returns the figure: Long, BigDecimal, Double or {@link SortedAmounts}; null if it is not known. */
    Object value();

    record Count(long count) implements Part {
        @Override
        public Part with(Part other) {
            return new Count(count + ((Count) other).count);
        }

        @Override
        public Object value() {
            return count;
        }
    }

    /** Distinct values, of which the figure is the number. */
    record Values(Set<String> values) implements Part {
        @Override
        public Part with(Part other) {
            Set<String> both = new HashSet<>(values);
            both.addAll(((Values) other).values);
            return new Values(both);
        }

        @Override
        public Object value() {
            return (long) values.size();
        }
    }

    /**
     * A sum.
     *
     * @param sum null if no amount is known
     */
    record Sum(BigDecimal sum) implements Part {
        @Override
        public Part with(Part other) {
            BigDecimal more = ((Sum) other).sum;
            return sum == null ? other : more == null ? this : new Sum(sum.add(more));
        }

        @Override
        public Object value() {
            return sum;
        }
    }

    record Amounts(SortedAmounts sorted) implements Part {
        @Override
        public Part with(Part other) {
            return new Amounts(sorted.with(((Amounts) other).sorted));
        }

        @Override
        public Object value() {
            return sorted;
        }
    }

    /**
     * Sums by contributor. The figure is the largest contributor's percentage of the total.
     *
     * @param total the sum of all amounts, also of those without a contributor
     */
    record Contributions(BigDecimal total, Map<String, BigDecimal> byContributor) implements Part {
        @Override
        public Part with(Part other) {
            Contributions more = (Contributions) other;
            Map<String, BigDecimal> both = new HashMap<>(byContributor);
            more.byContributor.forEach((contributor, sum) -> both.merge(contributor, sum, BigDecimal::add));
            return new Contributions(total.add(more.total), both);
        }

        @Override
        public Object value() {
            return total.signum() == 0
                    ? null
                    : byContributor.values().stream()
                            .max(Comparator.naturalOrder())
                            .map(largest -> 100 * largest.doubleValue() / total.doubleValue())
                            .orElse(null);
        }
    }
}
