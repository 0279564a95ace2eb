package marketshaping.run;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Ingest, measure and write the packs.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Request request = where.request(Where.Need.INPUT, Where.Need.LAKE, Where.Need.PACKS);
        Job.Done done = new Job(request).run();
        Said.findings(done.findings(), request.lake(), spec.commandLine().getOut());
        Said.packs(done.packs(), spec.commandLine().getOut());
        return 0;
    }
}
