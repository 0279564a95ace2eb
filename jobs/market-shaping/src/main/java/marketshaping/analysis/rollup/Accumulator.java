package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.util.Arrays;

/** Calculates one figure of all cells, line by line. The lines of one person come one after the other. */
interface Accumulator {
    void add(int cell, int line);

    /** Returns the figure of a cell: Long, BigDecimal or Double, or null if it is not known. */
    Object value(int cell);

    private static long[] grown(long[] array, int cell) {
        return cell < array.length ? array : Arrays.copyOf(array, Math.max(2 * array.length, cell + 1));
    }

    private static long at(long[] array, int cell) {
        return cell < array.length ? array[cell] : 0;
    }

    private static BigDecimal decimal(long amount) {
        return BigDecimal.valueOf(amount, Lines.SCALE);
    }

    /** The number of lines. */
    final class Count implements Accumulator {
        private long[] counts = new long[64];

        @Override
        public void add(int cell, int line) {
            counts = grown(counts, cell);
            counts[cell]++;
        }

        @Override
        public Object value(int cell) {
            return at(counts, cell);
        }
    }

    /** The number of different people. */
    final class People implements Accumulator {
        private final int[] people;
        private long[] counts = new long[64];
        /** For each cell, one more than the number of the last person. */
        private long[] last = new long[64];

        People(int[] people) {
            this.people = people;
        }

        @Override
        public void add(int cell, int line) {
            counts = grown(counts, cell);
            last = grown(last, cell);
            long person = people[line] + 1L;
            if (last[cell] != person) {
                last[cell] = person;
                counts[cell]++;
            }
        }

        @Override
        public Object value(int cell) {
            return at(counts, cell);
        }
    }

    /** The number of different codes. */
    final class Different implements Accumulator {
        private final int[] codes;
        private final CellIndex seen = new CellIndex();
        private long[] counts = new long[64];

        Different(Lines.Codes column) {
            codes = column.codes();
        }

        @Override
        public void add(int cell, int line) {
            counts = grown(counts, cell);
            int before = seen.size();
            boolean isNew = codes[line] != Lines.Codes.NONE && seen.of((long) cell << 32 | codes[line]) == before;
            counts[cell] += isNew ? 1 : 0;
        }

        @Override
        public Object value(int cell) {
            return at(counts, cell);
        }
    }

    /** The sum of the known amounts. */
    final class Sum implements Accumulator {
        private final long[] amounts;
        private long[] sums = new long[64];
        private long[] known = new long[64];

        Sum(long[] amounts) {
            this.amounts = amounts;
        }

        @Override
        public void add(int cell, int line) {
            if (amounts[line] != Lines.NO_AMOUNT) {
                sums = grown(sums, cell);
                known = grown(known, cell);
                sums[cell] = Math.addExact(sums[cell], amounts[line]);
                known[cell]++;
            }
        }

        @Override
        public Object value(int cell) {
            return at(known, cell) == 0 ? null : decimal(sums[cell]);
        }
    }

    /** The largest contributor's percentage of the amounts above zero. */
    final class TopShare implements Accumulator {
        private final long[] amounts;
        private final int[] contributors;
        private final CellIndex pairs = new CellIndex();
        private long[] ofPair = new long[64];
        private long[] largest = new long[64];
        private long[] total = new long[64];
        private long[] contributions = new long[64];

        TopShare(long[] amounts, Lines.Codes contributors) {
            this.amounts = amounts;
            this.contributors = contributors.codes();
        }

        @Override
        public void add(int cell, int line) {
            long amount = Math.max(amounts[line], 0);
            total = grown(total, cell);
            largest = grown(largest, cell);
            contributions = grown(contributions, cell);
            total[cell] = Math.addExact(total[cell], amount);
            if (contributors[line] != Lines.Codes.NONE) {
                int pair = pairs.of((long) cell << 32 | contributors[line]);
                ofPair = grown(ofPair, pair);
                ofPair[pair] = Math.addExact(ofPair[pair], amount);
                largest[cell] = Math.max(largest[cell], ofPair[pair]);
                contributions[cell]++;
            }
        }

        @Override
        public Object value(int cell) {
            return at(total, cell) == 0 || at(contributions, cell) == 0
                    ? null
                    : (Object) (100
                            * decimal(largest[cell]).doubleValue()
                            / decimal(total[cell]).doubleValue());
        }
    }
}
