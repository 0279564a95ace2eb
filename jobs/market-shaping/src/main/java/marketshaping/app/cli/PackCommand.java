package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code market-shaping pack}, which calculates the measures, writes the packs and delivers them if the
 * settings request it.
 */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description =
                "Calculate the measures at one date and write the packs. Deliver them if the settings ask for it.")
public final class PackCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RunRequest request =
                options.request(CommonOptions.Need.LAKE, CommonOptions.Need.PACKS, CommonOptions.Need.DELIVERY);
        Pipeline job = new Pipeline(request);
        return RefusalReport.of(request)
                .during(
                        () -> {
                            ConsoleSummary.packed(job.pack(), spec.commandLine().getOut());
                            return 0;
                        },
                        job::notes);
    }
}
