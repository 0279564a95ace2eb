package marketshaping.run;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping ingest}. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Bring the lake up to date with the extracts.")
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Request request = where.request(Where.Need.INPUT, Where.Need.LAKE);
        Said.findings(
                new Job(request).ingest(), request.lake(), spec.commandLine().getOut());
        return 0;
    }
}
