package marketshaping.run;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping flow}. */
@Command(
        name = "flow",
        mixinStandardHelpOptions = true,
        description = "Print how the data flow, from inputs over facts and measures to packs, as a diagram in Mermaid's"
                + " language.")
final class FlowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Flow.lines().forEach(out::println);
        out.flush();
        return 0;
    }
}
