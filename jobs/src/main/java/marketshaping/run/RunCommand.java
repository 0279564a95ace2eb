package marketshaping.run;

import java.util.concurrent.Callable;
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
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Request request = where.request(Where.Need.INPUT, Where.Need.LAKE, Where.Need.PACKS, Where.Need.DELIVERY);
        Job.Done done = new Job(request).run();
        Said.findings(done.findings(), request.lake(), spec.commandLine().getOut());
        Said.packed(done.packed(), spec.commandLine().getOut());
        return 0;
    }
}
