package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Ingest the extracts into the lake, calculate the measures, write the packs and deliver them if"
                + " the settings ask for it: ingest and pack in one.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(
                CommonOptions.Need.INPUT,
                CommonOptions.Need.LAKE,
                CommonOptions.Need.PACKS,
                CommonOptions.Need.DELIVERY);
        Pipeline.Done done = new Pipeline(request).run();
        ConsoleSummary.findings(
                done.findings(), request.lake(), spec.commandLine().getOut());
        ConsoleSummary.packed(done.packed(), spec.commandLine().getOut());
        return 0;
    }
}
