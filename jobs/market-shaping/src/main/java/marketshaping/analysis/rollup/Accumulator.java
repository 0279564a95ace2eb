package marketshaping.analysis.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** Collects the parts of one figure for all cells, line by line. The lines of one person come one after the other. */
interface Accumulator {
    /** Starts the lines of a date or period. */
    default void start(Span span) {
        // Most figures do not depend on it.
    }

    void add(int cell, int line);

    /** Returns the contribution of the lines to the figure of a cell. */
    Part part(int cell);

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
        public Part part(int cell) {
            return new Part.Count(at(counts, cell));
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
        public Part part(int cell) {
            return new Part.Count(at(counts, cell));
        }
    }

    /** The distinct codes. */
    final class Distinct implements Accumulator {
        private final Lines.Codes column;
        private final CellIndex seen = new CellIndex();
        private final List<Set<String>> values = new ArrayList<>();

        Distinct(Lines.Codes column) {
            this.column = column;
        }

        @Override
        public void add(int cell, int line) {
            int code = column.codes()[line];
            if (code != Lines.Codes.NONE) {
                int before = seen.size();
                seen.numberOf((long) cell << 32 | code);
                if (seen.size() > before) {
                    while (values.size() <= cell) {
                        values.add(new HashSet<>());
                    }
                    values.get(cell).add(column.values().get(code));
                }
            }
        }

        @Override
        public Part part(int cell) {
            return new Part.Values(cell < values.size() ? values.get(cell) : Set.of());
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
        public Part part(int cell) {
            return new Part.Sum(at(known, cell) == 0 ? null : sums.of(cell));
        }
    }

    /** The known amounts. */
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
        public Part part(int cell) {
            return new Part.Amounts(SortedAmounts.of(
                    cell < values.size() ? Arrays.copyOf(values.get(cell), (int) sizes[cell]) : new long[0]));
        }
    }

    /** The amounts above zero, by contributor. */
    final class ByContributor extends OfAmount {
        private final Lines.Codes contributors;
        private final CellIndex pairs = new CellIndex();
        private final WideSums total = new WideSums();
        private final WideSums ofPair = new WideSums();
        private final List<List<Integer>> pairsOfCell = new ArrayList<>();

        ByContributor(Lines lines, Amount amount, Lines.Codes contributors) {
            super(lines, amount);
            this.contributors = contributors;
        }

        @Override
        public void add(int cell, int line) {
            long value = Math.max(amount(line), 0);
            total.add(cell, value);
            int contributor = contributors.codes()[line];
            if (contributor != Lines.Codes.NONE) {
                int before = pairs.size();
                int pair = pairs.numberOf((long) cell << 32 | contributor);
                ofPair.add(pair, value);
                if (pairs.size() > before) {
                    while (pairsOfCell.size() <= cell) {
                        pairsOfCell.add(new ArrayList<>());
                    }
                    pairsOfCell.get(cell).add(pair);
                }
            }
        }

        @Override
        public Part part(int cell) {
            Map<String, BigDecimal> sums = new HashMap<>();
            if (cell < pairsOfCell.size()) {
                for (int pair : pairsOfCell.get(cell)) {
                    sums.put(contributors.values().get((int) pairs.key(pair)), ofPair.of(pair));
                }
            }
            return new Part.Contributions(total.of(cell), sums);
        }
    }
}
