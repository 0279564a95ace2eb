package marketshaping.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The measurements of each contender, by round. */
final class RoundResults {
    private final Map<String, List<ProcessMeasurement>> rounds = new LinkedHashMap<>();

    void add(String contender, ProcessMeasurement ran) {
        rounds.computeIfAbsent(contender, name -> new ArrayList<>()).add(ran);
    }

    /** Removes a contender that failed in some round. */
    void remove(String contender) {
        rounds.remove(contender);
    }

    Set<String> contenders() {
        return rounds.keySet();
    }

    MedianAndRange of(String contender, ToDoubleFunction<ProcessMeasurement> figure) {
        return MedianAndRange.of(
                rounds.get(contender).stream().map(figure::applyAsDouble).toList());
    }

    /** Returns the ratio of two contenders, calculated within each round. */
    MedianAndRange ratio(String one, String other, ToDoubleFunction<ProcessMeasurement> figure) {
        return ratio(one, figure, other, figure);
    }

    MedianAndRange ratio(
            String one,
            ToDoubleFunction<ProcessMeasurement> figure,
            String other,
            ToDoubleFunction<ProcessMeasurement> otherFigure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.get(one).size(); round++) {
            ratios.add(figure.applyAsDouble(rounds.get(one).get(round))
                    / otherFigure.applyAsDouble(rounds.get(other).get(round)));
        }
        return MedianAndRange.of(ratios);
    }

    String output(String contender, int round) {
        return rounds.get(contender).get(round).output();
    }

    /** Returns the stage names of a contender, in order. */
    Set<String> stages(String contender) {
        Set<String> names = new LinkedHashSet<>();
        rounds.get(contender).forEach(ran -> names.addAll(ran.stages().keySet()));
        return names;
    }

    MedianAndRange stage(String contender, String stage) {
        return of(contender, ran -> ran.stages().getOrDefault(stage, 0.0));
    }
}
