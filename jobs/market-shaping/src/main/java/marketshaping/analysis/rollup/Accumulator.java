package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Calculates one figure of all cells, line by line. The lines of one person come one after the other. */
interface Accumulator {
    /** Starts the lines of a date or period. */
    default void start(Span span) {
        // Most figures do not depend on it.
    }

    void add(int cell, int line);

    /** Returns the figure of a cell: Long, BigDecimal or Double, or null if it is not known. */
    Object value(int cell);

    private static long[] grown(long[] array, int cell) {
        return cell < array.length ? array : Arrays.copyOf(array, Math.max(2 * array.length, cell + 1));
    }

    private static long at(long[] array, int cell) {
        return cell < array.length ? array[cell] : 0;
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
        private final Lines lines;
        private final Amount amount;
        private final WideSums sums = new WideSums();
        private long[] known = new long[64];
        private IntToLongFunction amounts;

        Sum(Lines lines, Amount amount) {
            this.lines = lines;
            this.amount = amount;
        }

        @Override
        public void start(Span span) {
            amounts = amount.on(lines, span);
        }

        @Override
        public void add(int cell, int line) {
            long value = amounts.applyAsLong(line);
            if (value != Lines.NO_AMOUNT) {
                sums.add(cell, value);
                known = grown(known, cell);
                known[cell]++;
            }
        }

        @Override
        public Object value(int cell) {
            return at(known, cell) == 0 ? null : sums.of(cell);
        }
    }

    /** The known amounts in ascending order. */
    final class Amounts implements Accumulator {
        private final Lines lines;
        private final Amount amount;
        private final List<long[]> values = new ArrayList<>();
        private long[] sizes = new long[64];
        private IntToLongFunction amounts;

        Amounts(Lines lines, Amount amount) {
            this.lines = lines;
            this.amount = amount;
        }

        @Override
        public void start(Span span) {
            amounts = amount.on(lines, span);
        }

        @Override
        public void add(int cell, int line) {
            long value = amounts.applyAsLong(line);
            if (value != Lines.NO_AMOUNT) {
                while (values.size() <= cell) {
                    values.add(new long[4]);
                }
                sizes = grown(sizes, cell);
                int size = (int) sizes[cell]++;
                values.set(cell, grown(values.get(cell), size));
                values.get(cell)[size] = value;
            }
        }

        @Override
        public Object value(int cell) {
            long[] sorted = cell < values.size() ? Arrays.copyOf(values.get(cell), (int) sizes[cell]) : new long[0];
            Arrays.sort(sorted);
            return new SortedAmounts(sorted);
        }
    }

    /** The largest contributor's percentage of the amounts above zero. */
    final class TopShare implements Accumulator {
        private final Lines lines;
        private final Amount amount;
        private final int[] contributors;
        private final CellIndex pairs = new CellIndex();
        private final WideSums total = new WideSums();
        private long[] ofPair = new long[64];
        private long[] largest = new long[64];
        private long[] contributions = new long[64];
        private IntToLongFunction amounts;

        TopShare(Lines lines, Amount amount, Lines.Codes contributors) {
            this.lines = lines;
            this.amount = amount;
            this.contributors = contributors.codes();
        }

        @Override
        public void start(Span span) {
            amounts = amount.on(lines, span);
        }

        @Override
        public void add(int cell, int line) {
            long value = Math.max(amounts.applyAsLong(line), 0);
            total.add(cell, value);
            if (contributors[line] != Lines.Codes.NONE) {
                int pair = pairs.of((long) cell << 32 | contributors[line]);
                ofPair = grown(ofPair, pair);
                largest = grown(largest, cell);
                contributions = grown(contributions, cell);
                ofPair[pair] = Math.addExact(ofPair[pair], value);
                largest[cell] = Math.max(largest[cell], ofPair[pair]);
                contributions[cell]++;
            }
        }

        @Override
        public Object value(int cell) {
            double of = total.of(cell).doubleValue();
            return of == 0 || at(contributions, cell) == 0
                    ? null
                    : (Object) (100
                            * BigDecimal.valueOf(largest[cell], Lines.SCALE).doubleValue()
                            / of);
        }
    }
}
