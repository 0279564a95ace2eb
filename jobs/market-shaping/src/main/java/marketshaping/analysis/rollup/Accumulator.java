package marketshaping.analysis.rollup;

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

    /** Returns the figure: Long, BigDecimal, Double or {@link SortedAmounts}; null if it is not known. */
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

    /** The number of distinct people. */
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

    /** The number of distinct codes. */
    final class Distinct implements Accumulator {
        private final int[] codes;
        private final CellIndex seen = new CellIndex();
        private long[] counts = new long[64];

        Distinct(Lines.Codes column) {
            codes = column.codes();
        }

        @Override
        public void add(int cell, int line) {
            counts = grown(counts, cell);
            if (codes[line] != Lines.Codes.NONE) {
                int before = seen.size();
                seen.numberOf((long) cell << 32 | codes[line]);
                counts[cell] += seen.size() - before;
            }
        }

        @Override
        public Object value(int cell) {
            return at(counts, cell);
        }
    }

    /** A figure of the amounts of lines. */
    abstract class OfAmount implements Accumulator {
        private final Lines lines;
        private final Amount source;
        private IntToLongFunction amounts;

        private OfAmount(Lines lines, Amount source) {
            this.lines = lines;
            this.source = source;
        }

        @Override
        public final void start(Span span) {
            amounts = source.on(lines, span);
        }

        final long amount(int line) {
            return amounts.applyAsLong(line);
        }
    }

    /** The sum of the known amounts. */
    final class Sum extends OfAmount {
        private final WideSums sums = new WideSums();
        private long[] known = new long[64];

        Sum(Lines lines, Amount amount) {
            super(lines, amount);
        }

        @Override
        public void add(int cell, int line) {
            long value = amount(line);
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
    final class Amounts extends OfAmount {
        private final List<long[]> values = new ArrayList<>();
        private long[] sizes = new long[64];

        Amounts(Lines lines, Amount amount) {
            super(lines, amount);
        }

        @Override
        public void add(int cell, int line) {
            long value = amount(line);
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
    final class TopShare extends OfAmount {
        private final int[] contributors;
        private final CellIndex pairs = new CellIndex();
        private final WideSums total = new WideSums();
        private final WideSums ofPair = new WideSums();
        /** For each cell, one more than the pair with the largest sum; 0 if there is none. */
        private long[] largest = new long[64];

        TopShare(Lines lines, Amount amount, Lines.Codes contributors) {
            super(lines, amount);
            this.contributors = contributors.codes();
        }

        @Override
        public void add(int cell, int line) {
            long value = Math.max(amount(line), 0);
            total.add(cell, value);
            if (contributors[line] != Lines.Codes.NONE) {
                int pair = pairs.numberOf((long) cell << 32 | contributors[line]);
                ofPair.add(pair, value);
                largest = grown(largest, cell);
                if (largest[cell] == 0 || ofPair.compare(pair, (int) largest[cell] - 1) > 0) {
                    largest[cell] = pair + 1L;
                }
            }
        }

        @Override
        public Object value(int cell) {
            double of = total.of(cell).doubleValue();
            return of == 0 || at(largest, cell) == 0
                    ? null
                    : (Object) (100 * ofPair.of((int) largest[cell] - 1).doubleValue() / of);
        }
    }
}
