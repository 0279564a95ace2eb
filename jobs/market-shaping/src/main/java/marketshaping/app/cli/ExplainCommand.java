package marketshaping.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measures;
import marketshaping.app.console.ConsoleTable;
import marketshaping.app.console.ConsoleTable.Heading;
import marketshaping.app.explain.MeasureExplainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code market-shaping explain}, which prints the definition, sources and query of a measure, or lists all
 * measures.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain a measure: its definition, columns, sources, audience and query. Without a name, list"
                + " all measures.")
public final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MEASURE",
            arity = "0..1",
            description = "The name of the measure's table, such as oob_stock.")
    private Optional<String> id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        id.ifPresentOrElse(name -> new MeasureExplainer(Measures.named(name), out).print(), () -> list(out));
        return 0;
    }

    private static void list(PrintWriter out) {
        ConsoleTable page = new ConsoleTable(out);
        page.table(
                Stream.of("Measure", "Title").map(Heading::left).toList(),
                Measures.ALL.stream()
                        .map(measure -> List.of(measure.id(), measure.title()))
                        .toList());
        page.flush();
    }
}
