package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping run}, which ingests extracts and then writes and delivers the packs. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run ingest and pack: load the extracts into the lake, calculate the measures and write the"
                + " packs. Deliver the packs if the settings ask for it.")
public final class RunCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RunRequest request = options.request(
                CommonOptions.Need.INPUT,
                CommonOptions.Need.LAKE,
                CommonOptions.Need.PACKS,
                CommonOptions.Need.DELIVERY);
        Pipeline job = new Pipeline(request);
        return RefusalReport.of(request)
                .during(
                        () -> {
                            Pipeline.Done done = job.run();
                            ConsoleSummary.findings(
                                    done.findings(),
                                    request.lake(),
                                    spec.commandLine().getOut());
                            ConsoleSummary.packed(
                                    done.packed(), spec.commandLine().getOut());
                            return 0;
                        },
                        job::notes);
    }
}
