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
 * Bounds: what is known of each count (a hidden one is at least 1, a rounded one within 2 of what is shown) narrows
 * what can be true of the others, sum by sum, until nothing narrows any more. A hidden count with one value left is
 * exposed; what follows only from that is left for later, since hiding what gave the first away may settle it.
 *
 * <p>Only sums that hold are used: with one that doesn't, a reader arrives at nothing, or at something untrue.
 */
final class IntervalAttack implements DisclosureAttack {
    /** More than any count, and far enough from overflow to add up a million of them. */
    private static final long UNBOUNDED = 1L << 40;

    private static final int NONE = -1;

    private final DisclosureProfile profile;

    IntervalAttack(DisclosureProfile profile) {
        this.profile = profile;
    }

    @Override
    public List<Exposure> exposed(List<SumConstraint> sums) {
        return new Narrowing(sums.stream()
                        .filter(sum -> sum.difference().signum() == 0)
                        .toList())
                .exposed();
    }

    private long least(TableCell cell) {
        return switch (cell.state()) {
            case SHOWN, KNOWN -> profile.rounded(cell.value()).longValue() - slack(cell);
            case PRIMARY, SECONDARY -> 1;
            case REMAINDER -> 0;
        };
    }

    /** Where counts are rounded nearly all that are hidden are small, and a reader may count on it. */
    private long most(TableCell cell) {
        return switch (cell.state()) {
            case SHOWN, KNOWN -> profile.rounded(cell.value()).longValue() + slack(cell);
            case PRIMARY -> profile.rounds() ? profile.largestSmall() : UNBOUNDED;
            case SECONDARY, REMAINDER -> UNBOUNDED;
        };
    }

    private long slack(TableCell shown) {
        return shown.value().signum() == 0 ? 0 : profile.base() / 2;
    }

    private final class Narrowing {
        private final List<SumConstraint> sums;
        private final Map<TableCell, Integer> numbers = new HashMap<>();
        private final List<TableCell> byNumber = new ArrayList<>();

        /** For each sum the numbers of its cells, the total last. */
        private final int[][] cells;

        /** For each cell the numbers of the sums that hold it. */
        private final List<List<Integer>> holding = new ArrayList<>();

        private final long[] low;
        private final long[] high;

        /** For each cell the sum that narrowed its lower and its upper bound last. */
        private final int[] lowBy;

        private final int[] highBy;

        /** For each hidden cell with one value left, the sum that pinned it down; the first comes first. */
        private final Map<Integer, Integer> pinnedBy = new LinkedHashMap<>();

        private final Deque<Integer> queue = new ArrayDeque<>();
        private final BitSet queued = new BitSet();

        Narrowing(List<SumConstraint> sums) {
            this.sums = sums;
            this.cells = new int[sums.size()][];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = sums.get(i).cells().stream().mapToInt(this::number).toArray();
                for (int cell : cells[i]) {
                    holding.get(cell).add(i);
                }
                enqueue(i);
            }
            low = byNumber.stream().mapToLong(IntervalAttack.this::least).toArray();
            high = byNumber.stream().mapToLong(IntervalAttack.this::most).toArray();
            lowBy = IntStream.generate(() -> NONE).limit(low.length).toArray();
            highBy = lowBy.clone();
        }

        private int number(TableCell cell) {
            return numbers.computeIfAbsent(cell, any -> {
                byNumber.add(cell);
                holding.add(new ArrayList<>());
                return numbers.size();
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
            Set<Integer> followed = new HashSet<>();
            pinnedBy.forEach((cell, sum) -> {
                List<SumConstraint> causes = causes(sum);
                if (!causes.isEmpty()) {
                    if (Arrays.stream(cells[sum]).noneMatch(followed::contains)) {
                        exposed.add(new Exposure(byNumber.get(cell), causes));
                    }
                    followed.add(cell);
                }
            });
            return exposed;
        }

        /** The sum itself if more can be hidden in it, else those that narrowed its cells, and so on back. */
        private List<SumConstraint> causes(int sum) {
            Set<Integer> seen = new HashSet<>();
            Set<Integer> ring = Set.of(sum);
            while (seen.addAll(ring)) {
                List<SumConstraint> helpful = ring.stream()
                        .map(sums::get)
                        .filter(SumConstraint::canCover)
                        .toList();
                if (!helpful.isEmpty()) {
                    return helpful;
                }
                ring = ring.stream()
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
            long least = 0;
            long most = 0;
            for (int i = 0; i < last; i++) {
                least += low[cells[sum][i]];
                most += high[cells[sum][i]];
            }
            int total = cells[sum][last];
            narrow(total, least, most, sum);
            for (int i = 0; i < last; i++) {
                int part = cells[sum][i];
                narrow(part, low[total] - (most - high[part]), high[total] - (least - low[part]), sum);
            }
        }

        private void narrow(int cell, long least, long most, int sum) {
            if (least <= low[cell] && most >= high[cell]) {
                return;
            }
            if (least > low[cell]) {
                low[cell] = least;
                lowBy[cell] = sum;
            }
            if (most < high[cell]) {
                high[cell] = most;
                highBy[cell] = sum;
            }
            if (low[cell] == high[cell] && !byNumber.get(cell).isShown()) {
                pinnedBy.putIfAbsent(cell, sum);
            }
            for (int other : holding.get(cell)) {
                if (other != sum) {
                    enqueue(other);
                }
            }
        }
    }
}
