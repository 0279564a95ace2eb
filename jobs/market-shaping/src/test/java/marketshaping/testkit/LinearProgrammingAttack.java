package marketshaping.testkit;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disclosure attack on hidden counts by linear programming. It calculates the feasibility interval of each hidden
 * count from all known facts and a minimum of 1. A count is recovered if its interval is narrower than 1.
 *
 * <p>The attack uses the true counts, but only to save time. Its variables are changes from the true counts, so zero is
 * a first solution. A count that changes in any solution is safe and needs no further test.
 */
final class LinearProgrammingAttack {
    private static final long SEED = 1;
    private static final int IDLE = 3;
    private static final double NEARLY = 1e-6;

    /** A bound larger than any relevant change. */
    private static final double FAR = 1000;

    private enum Relationship {
        EQUAL,
        AT_MOST,
        AT_LEAST
    }

    /** A known fact: the sum of count times factor is zero, at most zero or at least zero. */
    private record Fact(Map<String, Integer> factors, Relationship relationship) {}

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<Fact> facts = new LinkedHashSet<>();

    /** Adds a count by its name; it is shown if any table shows it. */
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

    /** Adds the fact that the parts add up to the total. A fact that the exact counts contradict is ignored. */
    void equal(String total, Collection<String> parts) {
        fact(total, parts, Relationship.EQUAL);
    }

    /** Adds the fact that the total is at most the sum of its parts. */
    void atMost(String total, Collection<String> parts) {
        fact(total, parts, Relationship.AT_MOST);
    }

    /** Adds the fact that the total is at least the sum of its parts. */
    void atLeast(String total, Collection<String> parts) {
        fact(total, parts, Relationship.AT_LEAST);
    }

    private void fact(String total, Collection<String> parts, Relationship relationship) {
        Map<String, Integer> factors = new TreeMap<>();
        factors.put(total, 1);
        parts.forEach(part -> factors.merge(part, -1, Integer::sum));
        factors.values().removeIf(factor -> factor == 0);
        long value = value(factors);
        boolean isTrue =
                switch (relationship) {
                    case EQUAL -> value == 0;
                    case AT_MOST -> value <= 0;
                    case AT_LEAST -> value >= 0;
                };
        if (isTrue && !shown.containsAll(factors.keySet())) {
            facts.add(new Fact(factors, relationship));
        }
    }

    private long value(Map<String, Integer> factors) {
        return factors.entrySet().stream()
                .mapToLong(factor -> factor.getValue() * counts.get(factor.getKey()))
                .sum();
    }

    /** Returns the hidden counts with only one possible value. */
    Set<String> recovered() {
        Set<String> recovered = new LinkedHashSet<>();
        connected().forEach(part -> recovered.addAll(recovered(part)));
        return recovered;
    }

    private List<String> hidden(Fact fact) {
        return fact.factors().keySet().stream()
                .filter(name -> !shown.contains(name))
                .toList();
    }

    /** Groups the facts into independent linear programs: no two groups share a hidden count. */
    private Collection<List<Fact>> connected() {
        Map<String, String> leaders = new HashMap<>();
        for (Fact fact : facts) {
            List<String> names = hidden(fact);
            names.forEach(name -> leaders.put(leader(name, leaders), leader(names.get(0), leaders)));
        }
        Map<String, List<Fact>> parts = new LinkedHashMap<>();
        for (Fact fact : facts) {
            parts.computeIfAbsent(leader(hidden(fact).get(0), leaders), any -> new ArrayList<>())
                    .add(fact);
        }
        return parts.values();
    }

    private static String leader(String name, Map<String, String> leaders) {
        String leader = name;
        while (!leaders.getOrDefault(leader, leader).equals(leader)) {
            leader = leaders.get(leader);
        }
        leaders.put(name, leader);
        return leader;
    }

    /**
     * Returns the counts of a group that cannot change. First it moves many counts together in random directions, until
     * no further count changes; then it tests each remaining count. The limit of 1 on joint moves makes many counts
     * change a little, instead of a few a lot.
     */
    private Set<String> recovered(List<Fact> part) {
        Program program = new Program(part);
        Set<String> remaining = new LinkedHashSet<>(program.changes.keySet());
        Random random = new Random(SEED);
        for (int idle = 0; idle < IDLE && !remaining.isEmpty(); ) {
            Map<String, Double> pull = new LinkedHashMap<>();
            remaining.forEach(name -> pull.put(name, counts.get(name) == 1 || random.nextBoolean() ? 1.0 : -1.0));
            program.changes.keySet().forEach(name -> program.limit(name, remaining.contains(name) ? 1 : FAR));
            Map<String, Double> solution = program.solve(pull);
            idle = remaining.removeIf(name -> Math.abs(solution.get(name)) >= 1 - NEARLY) ? 0 : idle + 1;
        }
        program.changes.keySet().forEach(name -> program.limit(name, FAR));
        for (String name : List.copyOf(remaining)) {
            if (remaining.contains(name)) {
                Map<String, Double> most = program.solve(Map.of(name, 1.0));
                Map<String, Double> least = program.solve(Map.of(name, -1.0));
                remaining.removeIf(other -> Math.abs(most.get(other) - least.get(other)) >= 1 - NEARLY);
            }
        }
        program.solver.delete();
        return remaining;
    }

    /** A linear program with one variable per hidden count of a group: the change that all facts allow. */
    private final class Program {
        final MPSolver solver;
        final Map<String, MPVariable> changes = new LinkedHashMap<>();

        Program(List<Fact> part) {
            Loader.loadNativeLibraries();
            solver = MPSolver.createSolver("GLOP");
            part.forEach(this::add);
        }

        private void add(Fact fact) {
            long value = value(fact.factors());
            MPConstraint constraint =
                    switch (fact.relationship()) {
                        case EQUAL -> solver.makeConstraint(0, 0);
                        case AT_MOST -> solver.makeConstraint(-MPSolver.infinity(), -value);
                        case AT_LEAST -> solver.makeConstraint(-value, MPSolver.infinity());
                    };
            hidden(fact)
                    .forEach(name -> constraint.setCoefficient(
                            changes.computeIfAbsent(name, any -> solver.makeNumVar(0, 0, "")),
                            fact.factors().get(name)));
        }

        /** Limits the change of a hidden count in both directions, and keeps the count at 1 or more. */
        void limit(String name, double far) {
            changes.get(name).setBounds(Math.max(1 - counts.get(name), -far), far);
        }

        Map<String, Double> solve(Map<String, Double> pull) {
            MPObjective objective = solver.objective();
            objective.clear();
            pull.forEach((name, factor) -> objective.setCoefficient(changes.get(name), factor));
            objective.setMaximization();
            ResultStatus status = solver.solve();
            if (status != ResultStatus.OPTIMAL) {
                throw new IllegalStateException("A linear program that zero change solves ended with status " + status);
            }
            Map<String, Double> solution = new LinkedHashMap<>();
            changes.forEach((name, change) -> solution.put(name, change.solutionValue()));
            return solution;
        }
    }
}
