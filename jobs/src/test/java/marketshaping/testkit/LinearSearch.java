package marketshaping.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * An attack on hidden counts by linear programming: for each, the least and the greatest that it can be while all that is
 * known of the counts stays true and each is at least 1. Where fewer than two whole numbers lie between, it is recovered.
 *
 * <p>It knows the true counts, and uses them for speed alone: if a hidden count can be another while those far from it
 * are what they are, it is not recovered; only if it can't are more of them let loose, and in the end all that have to
 * do with it.
 */
final class LinearSearch {
    private static final int NEAR = 12;
    private static final int FARTHER = 3;
    private static final double NEARLY = 1e-6;

    /** What is known: the sum of factor x count compares so with nought. */
    private record Fact(Map<String, Integer> factors, Relationship relationship) {}

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, List<Fact>> holding = new HashMap<>();
    private final Set<String> safe = new LinkedHashSet<>();

    /** A count by its name; shown if it is shown anywhere. */
    void count(String name, long exact, boolean isShown) {
        counts.put(name, exact);
        if (isShown || exact == 0) {
            shown.add(name);
        }
    }

    boolean knows(String name) {
        return counts.containsKey(name);
    }

    long exact(String name) {
        return counts.get(name);
    }

    boolean isShown(String name) {
        return shown.contains(name);
    }

    /** The parts make the total. What is not true of the exact counts nobody knows, and is left out. */
    void equal(String total, Collection<String> parts) {
        fact(total, parts, Relationship.EQ);
    }

    /** The total is no more than its parts. */
    void atMost(String total, Collection<String> parts) {
        fact(total, parts, Relationship.LEQ);
    }

    /** The total is no less than its parts. */
    void atLeast(String total, Collection<String> parts) {
        fact(total, parts, Relationship.GEQ);
    }

    private void fact(String total, Collection<String> parts, Relationship relationship) {
        Map<String, Integer> factors = new TreeMap<>();
        factors.put(total, 1);
        parts.forEach(part -> factors.merge(part, -1, Integer::sum));
        factors.values().removeIf(factor -> factor == 0);
        long difference = factors.entrySet().stream()
                .mapToLong(factor -> factor.getValue() * counts.get(factor.getKey()))
                .sum();
        boolean isTrue = relationship == Relationship.EQ
                ? difference == 0
                : relationship == Relationship.LEQ ? difference <= 0 : difference >= 0;
        if (isTrue && factors.keySet().stream().anyMatch(name -> !shown.contains(name))) {
            facts.add(new Fact(factors, relationship));
        }
    }

    /** The hidden counts that can be one number only. */
    List<String> recovered() {
        for (Fact fact : facts) {
            hidden(fact).forEach(name -> holding.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(fact));
        }
        List<String> recovered = new ArrayList<>();
        for (String name : counts.keySet()) {
            if (!shown.contains(name) && holding.containsKey(name) && !safe.contains(name) && isRecovered(name)) {
                recovered.add(name + " is " + counts.get(name));
            }
        }
        return recovered;
    }

    private List<String> hidden(Fact fact) {
        return fact.factors().keySet().stream()
                .filter(name -> !shown.contains(name))
                .toList();
    }

    private boolean isRecovered(String name) {
        int size = NEAR;
        while (true) {
            List<String> loose = around(name, size);
            if (canDiffer(name, loose)) {
                return false;
            }
            if (loose.size() < size) {
                return true;
            }
            size *= FARTHER;
        }
    }

    /** The hidden counts nearest to one, so many of them if there are. */
    private List<String> around(String name, int size) {
        Set<String> near = new LinkedHashSet<>(List.of(name));
        List<String> queue = new ArrayList<>(near);
        for (int next = 0; next < queue.size() && near.size() < size; next++) {
            for (Fact fact : holding.get(queue.get(next))) {
                for (String other : hidden(fact)) {
                    if (near.size() < size && near.add(other)) {
                        queue.add(other);
                    }
                }
            }
        }
        return List.copyOf(near);
    }

    private boolean canDiffer(String name, List<String> loose) {
        Map<String, Integer> places = new HashMap<>();
        loose.forEach(each -> places.put(each, places.size()));
        Set<Fact> touching = new LinkedHashSet<>();
        loose.forEach(each -> touching.addAll(holding.get(each)));
        LinearConstraintSet constraints = new LinearConstraintSet(touching.stream()
                .map(fact -> constraint(fact, places))
                .distinct()
                .toList());
        double[] objective = new double[loose.size()];
        objective[places.get(name)] = 1;
        double[] least = solve(objective, constraints, GoalType.MINIMIZE);
        double[] most = solve(objective, constraints, GoalType.MAXIMIZE);
        for (String each : loose) {
            int place = places.get(each);
            if (most[place] - least[place] >= 1 - NEARLY || least[place] - most[place] >= 1 - NEARLY) {
                safe.add(each);
            }
        }
        return safe.contains(name);
    }

    /** Counts are taken less 1, so that nought is the least of each; those that are not loose are what they are. */
    private LinearConstraint constraint(Fact fact, Map<String, Integer> places) {
        double[] factors = new double[places.size()];
        double rest = 0;
        for (Map.Entry<String, Integer> factor : fact.factors().entrySet()) {
            Integer place = places.get(factor.getKey());
            if (place == null) {
                rest += factor.getValue() * counts.get(factor.getKey());
            } else {
                factors[place] = factor.getValue();
                rest += factor.getValue();
            }
        }
        return new LinearConstraint(factors, fact.relationship(), -rest);
    }

    /** A count without an upper bound is as good as a large one. */
    private static double[] solve(double[] objective, LinearConstraintSet constraints, GoalType goal) {
        List<LinearConstraint> bounded = new ArrayList<>(constraints.getConstraints());
        bounded.add(new LinearConstraint(objective, Relationship.LEQ, 1e6));
        return new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(bounded),
                        goal,
                        new NonNegativeConstraint(true))
                .getPoint();
    }
}
