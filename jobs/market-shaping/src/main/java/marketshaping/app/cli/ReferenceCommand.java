package marketshaping.app.cli;

import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping reference}, which loads national files into the lake. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description = "Load the national files into the lake: postcodes, providers, fee rates and bank holidays. They"
                + " change every few months; run and pack use the rows in the lake.")
public final class ReferenceCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(CommonOptions.Need.INPUT, CommonOptions.Need.LAKE);
        ConsoleSummary.findings(
                new Pipeline(request).reference(),
                request.lake(),
                spec.commandLine().getOut());
        return 0;
    }
}
