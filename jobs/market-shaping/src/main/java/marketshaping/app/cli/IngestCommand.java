package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping ingest}, which loads extracts into the lake. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Load the extracts into the lake.")
public final class IngestCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(CommonOptions.Need.INPUT, CommonOptions.Need.LAKE);
        ConsoleSummary.findings(
                new Pipeline(request).ingest(),
                request.lake(),
                spec.commandLine().getOut());
        return 0;
    }
}
