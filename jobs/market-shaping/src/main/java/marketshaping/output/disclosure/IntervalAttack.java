package marketshaping.output.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Disclosure attack by intervals: calculates the range of values that each count can have. A hidden count is at least
 * 1, and a rounded count is within half a rounding base of the shown value. Each constraint narrows the ranges of its
 * cells until no range changes. A hidden count with a single possible value is exposed.
 *
 * <p>If one exposed count leads to another, the attack reports only the first, because suppression for the first may
 * protect both. The next pass tests the second again. The attack ignores constraints that do not hold, because readers
 * could derive nothing true from them.
 */
final class IntervalAttack implements DisclosureAttack {
    /** A bound larger than any count. A million such bounds add up without overflow. */
    private static final long UNBOUNDED = 1L << 40;

    private static final int NONE = -1;

    private final DisclosureProfile profile;

    IntervalAttack(DisclosureProfile profile) {
        this.profile = profile;
    }

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        return new Propagation(sums.stream()
                        .filter(sum -> sum.difference().signum() == 0)
                        .toList())
                .exposed();
    }

    private long initialLow(TableCell cell) {
        return switch (cell.state()) {
            case SHOWN, KNOWN -> profile.smallestShownAs(cell.value());
            case PRIMARY, SECONDARY -> 1;
            case REMAINDER, REST -> 0;
        };
    }

    /**
     * Returns the largest value that a reader would assume before using any constraint. With rounding, nearly all
     * hidden counts are small, and a reader may assume that a count hidden by primary suppression is small.
     */
    private long initialHigh(TableCell cell) {
        return switch (cell.state()) {
            case SHOWN, KNOWN -> profile.largestShownAs(cell.value());
            case PRIMARY -> profile.rounds() ? profile.largestSmall() : UNBOUNDED;
            case SECONDARY, REMAINDER, REST -> UNBOUNDED;
        };
    }

    private final class Propagation {
        private final List<SumConstraint> sums;
        private final Map<TableCell, Integer> indexes = new HashMap<>();
        private final List<TableCell> byIndex = new ArrayList<>();

        /** For each constraint, the indexes of its cells, the total last. */
        private final int[][] cells;

        /** For each cell, the indexes of the constraints that contain it. */
        private final List<List<Integer>> sumsByCell = new ArrayList<>();

        private final long[] low;
        private final long[] high;

        /** For each cell, the constraint that last raised its lower bound. */
        private final int[] lowBy;

        /** For each cell, the constraint that last reduced its upper bound. */
        private final int[] highBy;

        /** For each hidden cell with a single possible value, the constraint that fixed it, in order of discovery. */
        private final Map<Integer, Integer> fixedBy = new LinkedHashMap<>();

        private final Deque<Integer> queue = new ArrayDeque<>();
        private final BitSet queued = new BitSet();

        Propagation(List<SumConstraint> sums) {
            this.sums = sums;
            this.cells = new int[sums.size()][];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = sums.get(i).cells().stream().mapToInt(this::index).toArray();
                for (int cell : cells[i]) {
                    sumsByCell.get(cell).add(i);
                }
                enqueue(i);
            }
            low = byIndex.stream().mapToLong(IntervalAttack.this::initialLow).toArray();
            high = byIndex.stream().mapToLong(IntervalAttack.this::initialHigh).toArray();
            lowBy = IntStream.generate(() -> NONE).limit(low.length).toArray();
            highBy = lowBy.clone();
        }

        private int index(TableCell cell) {
            return indexes.computeIfAbsent(cell, any -> {
                byIndex.add(cell);
                sumsByCell.add(new ArrayList<>());
                return indexes.size();
            });
        }

        private void enqueue(int sum) {
            if (!queued.get(sum)) {
                queued.set(sum);
                queue.add(sum);
            }
        }

        List<Exposure> exposed() {
            while (!queue.isEmpty()) {
                int sum = queue.poll();
                queued.clear(sum);
                narrow(sum);
            }
            List<Exposure> exposed = new ArrayList<>();
            Set<Integer> fixedEarlier = new HashSet<>();
            fixedBy.forEach((cell, sum) -> {
                List<SumConstraint> causes = causes(sum);
                if (!causes.isEmpty()) {
                    if (Arrays.stream(cells[sum]).noneMatch(fixedEarlier::contains)) {
                        exposed.add(new Exposure(byIndex.get(cell), causes));
                    }
                    fixedEarlier.add(cell);
                }
            });
            return exposed;
        }

        /**
         * Returns the given constraint if one of its cells can be suppressed. Otherwise returns the nearest earlier
         * constraints that narrowed its cells and have a cell left to suppress.
         */
        private List<SumConstraint> causes(int sum) {
            Set<Integer> seen = new HashSet<>();
            Set<Integer> frontier = Set.of(sum);
            while (seen.addAll(frontier)) {
                List<SumConstraint> suppressible = frontier.stream()
                        .map(sums::get)
                        .filter(SumConstraint::canSuppress)
                        .toList();
                if (!suppressible.isEmpty()) {
                    return suppressible;
                }
                frontier = frontier.stream()
                        .flatMapToInt(each -> Arrays.stream(cells[each]))
                        .flatMap(cell -> IntStream.of(lowBy[cell], highBy[cell]))
                        .filter(cause -> cause != NONE && !seen.contains(cause))
                        .boxed()
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            }
            return List.of();
        }

        private void narrow(int sum) {
            int last = cells[sum].length - 1;
            long lowSum = 0;
            long highSum = 0;
            for (int i = 0; i < last; i++) {
                lowSum += low[cells[sum][i]];
                highSum += high[cells[sum][i]];
            }
            int total = cells[sum][last];
            narrow(total, lowSum, highSum, sum);
            for (int i = 0; i < last; i++) {
                int part = cells[sum][i];
                narrow(part, low[total] - (highSum - high[part]), high[total] - (lowSum - low[part]), sum);
            }
        }

        private void narrow(int cell, long newLow, long newHigh, int sum) {
            if (newLow <= low[cell] && newHigh >= high[cell]) {
                return;
            }
            if (newLow > low[cell]) {
                low[cell] = newLow;
                lowBy[cell] = sum;
            }
            if (newHigh < high[cell]) {
                high[cell] = newHigh;
                highBy[cell] = sum;
            }
            if (low[cell] == high[cell] && byIndex.get(cell).isSecret()) {
                fixedBy.putIfAbsent(cell, sum);
            }
            for (int other : sumsByCell.get(cell)) {
                if (other != sum) {
                    enqueue(other);
                }
            }
        }
    }
}
