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
        description = "Bring the lake up to date with the extracts, measure what it holds, write the packs, and deliver"
                + " them where the settings say so: ingest and pack in one.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = where.request(
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
