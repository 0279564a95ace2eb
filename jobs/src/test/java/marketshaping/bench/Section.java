package marketshaping.bench;

import java.util.Locale;
import java.util.Set;

/** One part of the page of benchmarks, in the making. */
final class Section {
    private final String title;
    private final StringBuilder text = new StringBuilder();

    /** @param rounds how many were counted */
    Section(String title, int rounds) {
        this.title = title;
        line(
                "%s %d rounds: each figure is a median, with the least and the most in brackets.",
                Machine.inWords(), rounds);
    }

    String title() {
        return title;
    }

    String text() {
        return text.toString().strip();
    }

    Section line(String words, Object... values) {
        text.append(String.format(Locale.ROOT, words, values)).append('\n');
        return this;
    }

    /** Begins the table of what is held against what. */
    Section ratios() {
        return line("%n| what | against | goal | times | goal met |%n|---|---|---|---|---|");
    }

    /** @param goal the most that the median may come to */
    Section ratio(String what, String against, Spread ratio, double goal) {
        String met = ratio.median() <= goal ? "yes" : "**no**";
        return line("| %s | %s | at most %s | %s | %s |", what, against, plain(goal), ratio.words(2), met);
    }

    Section ratioWithoutGoal(String what, String against, Spread ratio) {
        return line("| %s | %s | | %s | |", what, against, ratio.words(2));
    }

    /** A table of what each contender took. */
    Section contenders(Results results) {
        line("%n| measured | seconds | processor seconds | most memory, MB |%n|---|---|---|---|");
        for (String contender : results.contenders()) {
            line(
                    "| %s | %s | %s | %s |",
                    contender,
                    results.of(contender, Ran::seconds).words(1),
                    results.of(contender, Ran::processorSeconds).words(1),
                    results.of(contender, Ran::megabytes).words(0));
        }
        return this;
    }

    /** A table of the stages of some contenders. */
    Section stages(Results results, Set<String> contenders) {
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
