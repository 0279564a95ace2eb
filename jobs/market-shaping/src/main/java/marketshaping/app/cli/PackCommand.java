package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping pack}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description =
                "Measure what the lake holds at one date, write the packs, and deliver them where the settings say so.")
public final class PackCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Pipeline job = new Pipeline(
                where.request(CommonOptions.Need.LAKE, CommonOptions.Need.PACKS, CommonOptions.Need.DELIVERY));
        ConsoleSummary.packed(job.pack(), spec.commandLine().getOut());
        return 0;
    }
}
