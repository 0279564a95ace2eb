package marketshaping.output.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/**
 * A disclosure attack on one published table, by bounds on each sum and by exact elimination over all sums. The
 * attacker knows that All is the sum of the other values and that the tiers add up to the placements.
 */
final class TableAttacker {
    private static final String ALL = "All";
    private static final long MANY = 1_000_000;
    private static final List<String> TIERS =
            List.of("in_borough", "partner_area", "rest_of_region", "outside_region", "not_located");

    private final Table table;
    private final long slack;
    private final long smallest;
    private final List<Long> low = new ArrayList<>();
    private final List<Long> high = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();
    private final Map<List<Object>, Integer> cells = new HashMap<>();

    /** Each sum lists the indexes of its parts and, last, the index of its total. */
    private final List<List<Integer>> sums = new ArrayList<>();

    TableAttacker(Table table) {
        this(table, 0, 1);
    }

    /**
     * Creates an attack on counts that are rounded by at most the slack. Zeros are exact.
     *
     * @param smallest the smallest count above zero that is shown
     */
    TableAttacker(Table table, long slack, long smallest) {
        this.table = table;
        this.smallest = smallest;
        this.slack = slack;
        List<Integer> dimensions = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            (column.kind() == Kind.DIMENSION ? dimensions : counts).add(i);
        }
        table.rows().forEach(row -> counts.forEach(count -> addCell(key(row, dimensions, count), row.get(count))));
        table.rows()
                .forEach(row -> counts.forEach(count -> dimensions.forEach(d -> addSum(row, dimensions, count, d))));
        table.rows().forEach(row -> addTiers(row, dimensions));
    }

    private static List<Object> key(List<Object> row, List<Integer> dimensions, int count) {
        List<Object> key = new ArrayList<>();
        dimensions.forEach(d -> key.add(row.get(d)));
        key.add(count);
        return key;
    }

    private void addCell(List<Object> key, Object cell) {
        boolean isHidden = cell == Shorthand.SUPPRESSED;
        long shown = isHidden ? 0 : (Long) cell;
        long margin = shown == 0 ? 0 : slack;
        cells.put(key, low.size());
        names.add(key.toString());
        hidden.add(isHidden);
        low.add(isHidden ? 1 : shown == 0 ? 0 : Math.max(shown - margin, smallest));
        high.add(isHidden ? MANY : shown + margin);
    }

    private void addSum(List<Object> row, List<Integer> dimensions, int count, int dimension) {
        if (!row.get(dimension).equals(ALL)) {
            return;
        }
        List<Integer> sum = new ArrayList<>();
        List<Object> totalKey = key(row, dimensions, count);
        for (List<Object> other : table.rows()) {
            List<Object> key = key(other, dimensions, count);
            int place = dimensions.indexOf(dimension);
            boolean isPart = !key.get(place).equals(ALL);
            key.set(place, ALL);
            if (isPart && key.equals(totalKey)) {
                sum.add(cells.get(key(other, dimensions, count)));
            }
        }
        if (!sum.isEmpty()) {
            sum.add(cells.get(totalKey));
            sums.add(sum);
        }
    }

    private void addTiers(List<Object> row, List<Integer> dimensions) {
        if (table.columns().stream().anyMatch(column -> column.name().equals("placements"))) {
            List<Integer> all = new ArrayList<>();
            TIERS.forEach(tier -> all.add(cells.get(key(row, dimensions, table.indexOf(tier)))));
            List<Integer> out = new ArrayList<>(all.subList(1, 4));
            all.add(cells.get(key(row, dimensions, table.indexOf("placements"))));
            out.add(cells.get(key(row, dimensions, table.indexOf("out_of_borough"))));
            sums.add(all);
            sums.add(out);
        }
    }

    /** Returns the hidden counts that can have one value only. */
    TreeSet<String> recoverHiddenCounts() {
        TreeSet<String> found = new TreeSet<>();
        tighten();
        for (int cell = 0; cell < low.size(); cell++) {
            if (hidden.get(cell) && low.get(cell).equals(high.get(cell))) {
                found.add(names.get(cell) + " by bounds is " + low.get(cell));
            }
        }
        if (slack == 0) {
            eliminate(found);
        }
        return found;
    }

    private void tighten() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Integer> sum : sums) {
                int total = sum.get(sum.size() - 1);
                List<Integer> parts = sum.subList(0, sum.size() - 1);
                long least = parts.stream().mapToLong(low::get).sum();
                long most = parts.stream().mapToLong(high::get).sum();
                changed |= tighten(total, least, most);
                for (int part : parts) {
                    changed |= tighten(
                            part, low.get(total) - (most - high.get(part)), high.get(total) - (least - low.get(part)));
                }
            }
        }
    }

    private boolean tighten(int cell, long least, long most) {
        boolean changed = least > low.get(cell) || most < high.get(cell);
        low.set(cell, Math.max(least, low.get(cell)));
        high.set(cell, Math.min(most, high.get(cell)));
        return changed;
    }

    /** Brings the sums to reduced row echelon form. A row with one unknown left reveals that count. */
    private void eliminate(TreeSet<String> found) {
        List<Map<Integer, BigInteger>> rows = new ArrayList<>();
        for (List<Integer> sum : sums) {
            Map<Integer, BigInteger> row = new HashMap<>();
            for (int i = 0; i < sum.size(); i++) {
                if (hidden.get(sum.get(i))) {
                    row.put(sum.get(i), i == sum.size() - 1 ? BigInteger.ONE.negate() : BigInteger.ONE);
                }
            }
            rows.add(row);
        }
        for (int pivot = 0; pivot < rows.size(); pivot++) {
            Map<Integer, BigInteger> row = rows.get(pivot);
            if (!row.isEmpty()) {
                int unknown = row.keySet().iterator().next();
                for (Map<Integer, BigInteger> other : rows) {
                    if (other != row && other.containsKey(unknown)) {
                        subtractMultiple(other, row, unknown);
                    }
                }
            }
        }
        rows.stream()
                .filter(row -> row.size() == 1)
                .forEach(row -> found.add(names.get(row.keySet().iterator().next()) + " by elimination"));
    }

    private static void subtractMultiple(Map<Integer, BigInteger> other, Map<Integer, BigInteger> row, int unknown) {
        BigInteger rowFactor = row.get(unknown);
        BigInteger otherFactor = other.get(unknown);
        other.replaceAll((cell, factor) -> factor.multiply(rowFactor));
        row.forEach(
                (cell, factor) -> other.merge(cell, factor.multiply(otherFactor).negate(), BigInteger::add));
        other.values().removeIf(factor -> factor.signum() == 0);
        BigInteger divisor = other.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        other.replaceAll((cell, factor) -> factor.divide(divisor));
    }
}
