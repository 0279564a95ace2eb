package marketshaping.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketshaping.app.explain.LineageDiagram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping flow}, which prints a diagram of the data flow from inputs to packs. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        description = "Print a Mermaid diagram of the data flow from inputs through facts and measures to packs.")
public final class FlowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LineageDiagram.lines().forEach(out::println);
        out.flush();
        return 0;
    }
}
