package marketshaping.run;

import java.util.concurrent.Callable;
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
final class PackCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Job job = new Job(where.request(Where.Need.LAKE, Where.Need.PACKS, Where.Need.DELIVERY));
        Said.packed(job.pack(), spec.commandLine().getOut());
        return 0;
    }
}
