package marketshaping.run;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import marketshaping.measure.Measure;
import marketshaping.measure.Measures;
import marketshaping.problem.Problems;
import marketshaping.problem.UserProblem;
import marketshaping.run.TextPage.Heading;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code market-shaping explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say what a measure counts, what its table holds, what it reads and how it asks. Without a name,"
                + " list them all.")
final class ExplainCommand implements Callable<Integer> {
    private static final int NEAREST = 3;

    @Parameters(paramLabel = "MEASURE", arity = "0..1", description = "The name of its table, such as oob_stock.")
    private Optional<String> id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        id.ifPresentOrElse(name -> new Explanation(named(name), out).print(), () -> list(out));
        return 0;
    }

    private static void list(PrintWriter out) {
        TextPage page = new TextPage(out);
        page.table(
                Stream.of("Measure", "Title").map(Heading::left).toList(),
                Measures.ALL.stream()
                        .map(measure -> List.of(measure.id(), measure.title()))
                        .toList());
        page.flush();
    }

    /** @throws UserProblem where there is no such measure */
    static Measure named(String name) {
        return Measures.ALL.stream()
                .filter(measure -> measure.id().equals(name))
                .findFirst()
                .orElseThrow(() -> noSuch(name));
    }

    private static UserProblem noSuch(String name) {
        Comparator<String> nearestFirst = Comparator.comparing((String known) -> !known.contains(name))
                .thenComparing(known -> LevenshteinDistance.getDefaultInstance().apply(name, known));
        return Problems.noSuchMeasure(
                name,
                Measures.ALL.stream()
                        .map(Measure::id)
                        .sorted(nearestFirst)
                        .limit(NEAREST)
                        .toList());
    }
}
