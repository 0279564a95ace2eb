package marketshaping.bench;

import java.util.Locale;
import java.util.Set;

/** One part of the page of benchmarks, in the making. */
final class BenchmarkSection {
    private final String title;
    private final StringBuilder text = new StringBuilder();

    /** @param rounds how many were counted */
    BenchmarkSection(String title, int rounds) {
        this.title = title;
        line(
                "%s %d rounds: each figure is a median, with the least and the most in brackets.",
                MachineDescription.inWords(), rounds);
    }

    String title() {
        return title;
    }

    String text() {
        return text.toString().strip();
    }

    BenchmarkSection line(String words, Object... values) {
        text.append(String.format(Locale.ROOT, words, values)).append('\n');
        return this;
    }

    /** Begins the table of what is held against what. */
    BenchmarkSection ratios() {
        return line("%n| what | against | goal | times | goal met |%n|---|---|---|---|---|");
    }

    /** @param goal the most that the median may come to */
    BenchmarkSection ratio(String what, String against, MedianAndRange ratio, double goal) {
        String met = ratio.median() <= goal ? "yes" : "**no**";
        return line("| %s | %s | at most %s | %s | %s |", what, against, plain(goal), ratio.words(2), met);
    }

    BenchmarkSection ratioWithoutGoal(String what, String against, MedianAndRange ratio) {
        return line("| %s | %s | | %s | |", what, against, ratio.words(2));
    }

    /** A table of what each contender took. */
    BenchmarkSection contenders(RoundResults results) {
        line("%n| measured | seconds | processor seconds | most memory, MB |%n|---|---|---|---|");
        for (String contender : results.contenders()) {
            line(
                    "| %s | %s | %s | %s |",
                    contender,
                    results.of(contender, ProcessMeasurement::seconds).words(1),
                    results.of(contender, ProcessMeasurement::processorSeconds).words(1),
                    results.of(contender, ProcessMeasurement::megabytes).words(0));
        }
        return this;
    }

    /** A table of the stages of some contenders. */
    BenchmarkSection stages(RoundResults results, Set<String> contenders) {
        line("%n| stages, seconds | |%n|---|---|");
        for (String contender : contenders) {
            results.stages(contender)
                    .forEach(stage -> line(
                            "| %s: %s | %s |",
                            contender, stage, results.stage(contender, stage).words(1)));
        }
        return this;
    }

    private static String plain(double goal) {
        return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
    }
}
