package marketshaping.analysis.rollup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calculates figures for each combination of the values of some dimensions, and for their totals. Lines are read once per
 * date or period; amounts are exact and people are counted once per cell.
 *
 * @param where selects the lines of the table
 * @param dimensions the dimensions, in the order of the result
 * @param groupings the sets of dimensions to combine, as bits by position; a dimension that is not in the set is All
 * @param figures the figures of each cell
 */
public record RollUp(LineCondition where, List<Dimension> dimensions, List<Integer> groupings, List<Figure> figures)
        implements Serializable {
    /** The value of a dimension in a total. */
    public static final String ALL = "All";

    public RollUp {
        dimensions = List.copyOf(dimensions);
        groupings = List.copyOf(groupings);
        figures = List.copyOf(figures);
    }

    /** Returns the groupings of every combination of dimensions, with those that are always kept. */
    public static List<Integer> cube(int dimensions, Integer... kept) {
        int always = List.of(kept).stream().mapToInt(position -> 1 << position).sum();
        List<Integer> groupings = new ArrayList<>();
        for (int grouping = 0; grouping < 1 << dimensions; grouping++) {
            if ((grouping & always) == always) {
                groupings.add(grouping);
            }
        }
        return groupings;
    }

    /**
     * One cell.
     *
     * @param values the value of each dimension
     * @param figures the figures by name: Long, BigDecimal, Double, {@link SortedAmounts} or null
     */
    public record Cell(List<String> values, Map<String, Object> figures) implements Serializable {}

    /**
     * The contribution of some people's lines to a cell.
     *
     * @param values the value of each dimension
     * @param parts the parts in the order of the figures
     */
    public record Contribution(List<String> values, List<Part> parts) implements Serializable {
        /** Returns the contribution to the same cell of these people and of others. */
        public Contribution with(Contribution other) {
            return new Contribution(
                    values,
                    IntStream.range(0, parts.size())
                            .mapToObj(i -> parts.get(i).with(other.parts.get(i)))
                            .toList());
        }
    }

    /**
     * Returns the cells that contain a line now or the year before, in no particular order.
     *
     * @throws IllegalArgumentException if there are several slices and a grouping adds them up: a person in two slices
     *     would count twice
     */
    public List<Cell> of(Lines lines, List<Slice> slices) {
        return contributions(lines, slices).stream().map(this::cell).toList();
    }

    /** Returns the cell to which these are all contributions. */
    public Cell cell(Contribution all) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            values.put(
                    figures.get(i).name(),
                    figures.get(i).kind().value(all.parts().get(i)));
        }
        return new Cell(all.values(), values);
    }

    /**
     * Returns the contribution of these lines to each cell. Contributions of other lines can be added if no person has
     * lines in both.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public List<Contribution> contributions(Lines lines, List<Slice> slices) {
        if (slices.size() > 1 && groupings.stream().anyMatch(this::addsUpSlices)) {
            throw new IllegalArgumentException("A grouping adds up several slices");
        }
        List<Dimension.Coding> codings = dimensions.stream()
                .map(dimension -> dimension.source().of(lines, slices))
                .toList();
        Pass pass = new Pass(lines, codings);
        Map<Boolean, List<Figure>> byYearBefore =
                figures.stream().collect(Collectors.partitioningBy(Figure::isYearBefore));
        for (int slice = 0; slice < slices.size(); slice++) {
            pass.add(slice, slices.get(slice).now(), byYearBefore.get(false));
            pass.add(slice, slices.get(slice).yearBefore(), byYearBefore.get(true));
        }
        return pass.contributions();
    }

    private boolean addsUpSlices(int grouping) {
        return IntStream.range(0, dimensions.size())
                .noneMatch(i -> dimensions.get(i).isOfSlices() && (grouping >> i & 1) == 1);
    }

    private final class Pass {
        private final Lines lines;
        private final List<Dimension.Coding> codings;
        private final CellKeys keys;
        private final CellIndex index = new CellIndex();
        private final Map<Figure, Accumulator> accumulators = new LinkedHashMap<>();

        Pass(Lines lines, List<Dimension.Coding> codings) {
            this.lines = lines;
            this.codings = codings;
            keys = new CellKeys(codings);
            figures.forEach(figure -> accumulators.put(figure, figure.kind().over(lines)));
        }

        /** Adds the lines of a date or period to some of the figures. */
        void add(int slice, Span span, List<Figure> own) {
            if (own.isEmpty()) {
                return;
            }
            IntPredicate[] conditions =
                    own.stream().map(figure -> figure.where().on(lines, span)).toArray(IntPredicate[]::new);
            Accumulator[] targets = own.stream().map(accumulators::get).toArray(Accumulator[]::new);
            for (Accumulator target : targets) {
                target.start(span);
            }
            IntUnaryOperator[] codes = codings.stream()
                    .map(coding -> coding.coder().in(slice, span))
                    .toArray(IntUnaryOperator[]::new);
            IntPredicate isSelected = where.on(lines, span);
            boolean[] counts = new boolean[targets.length];
            for (int line = 0; line < lines.size(); line++) {
                if (isSelected.test(line)) {
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = conditions[i].test(line);
                    }
                    add(line, codes, targets, counts);
                }
            }
        }

        private void add(int line, IntUnaryOperator[] codes, Accumulator[] targets, boolean[] counts) {
            long[] parts = new long[codes.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = keys.part(i, codes[i].applyAsInt(line));
            }
            for (int grouping : groupings) {
                long key = 0;
                for (int i = 0; i < parts.length; i++) {
                    key |= (grouping >> i & 1) == 0 ? 0 : parts[i];
                }
                int cell = index.numberOf(key);
                for (int i = 0; i < targets.length; i++) {
                    if (counts[i]) {
                        targets[i].add(cell, line);
                    }
                }
            }
        }

        List<Contribution> contributions() {
            List<Contribution> all = new ArrayList<>();
            for (int i = 0; i < index.size(); i++) {
                int cell = i;
                all.add(new Contribution(
                        keys.values(index.key(i)),
                        figures.stream()
                                .map(figure -> accumulators.get(figure).part(cell))
                                .toList()));
            }
            return all;
        }
    }
}
