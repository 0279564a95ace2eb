package marketshaping.bench;

import java.util.Locale;
import java.util.Set;

/** One section of the benchmark page. */
final class BenchmarkSection {
    private final String title;
    private final StringBuilder text = new StringBuilder();

    /**
     * Starts a section.
     *
     * @param rounds the number of counted rounds
     */
    BenchmarkSection(String title, int rounds) {
        this.title = title;
        line(
                "%s %d rounds: each figure is a median, with the minimum and the maximum in brackets.",
                MachineDescription.inWords(), rounds);
    }

    String title() {
        return title;
    }

    String text() {
        return text.toString().strip();
    }

    BenchmarkSection line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }

    /** Adds the header of the table of ratios. */
    BenchmarkSection ratios() {
        return line("%n| measured | compared with | goal | ratio | goal met |%n|---|---|---|---|---|");
    }

    /**
     * Adds a ratio to the table.
     *
     * @param goal the maximum allowed for the median
     */
    BenchmarkSection ratio(String measured, String comparedWith, MedianAndRange ratio, double goal) {
        String met = ratio.median() <= goal ? "yes" : "**no**";
        return line("| %s | %s | at most %s | %s | %s |", measured, comparedWith, plain(goal), ratio.words(2), met);
    }

    BenchmarkSection ratioWithoutGoal(String measured, String comparedWith, MedianAndRange ratio) {
        return line("| %s | %s | | %s | |", measured, comparedWith, ratio.words(2));
    }

    /** Adds a table with the time and memory of each contender. */
    BenchmarkSection contenders(RoundResults results) {
        line("%n| measured | seconds | processor seconds | peak memory, MB |%n|---|---|---|---|");
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

    /** Adds a table with the stages of some contenders. */
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
