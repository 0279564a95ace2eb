package marketshaping.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.output.publish.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code market-shaping reproduce}, which writes an old pack again from its manifest and compares the
 * files.
 */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Reproduce an old pack from the table versions in its manifest, and compare each file with the"
                + " manifest. This needs the same software and settings. The lake, its facts and the old pack"
                + " stay unchanged.")
public final class ReproduceCommand implements Callable<Integer> {

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The manifest of the old pack, which sets the as-at date. Default: PACKS/DATE/manifest.json.")
    private Path manifest;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "The folder for the reproduced pack. Default: PACKS/DATE-reproduced.")
    private Path into;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(CommonOptions.Need.LAKE, CommonOptions.Need.PACKS);
        Path file = manifest == null
                ? request.packs().resolve(request.asAt().toString()).resolve(Manifest.FILE)
                : manifest;
        Path folder = into == null ? request.packs().resolve(Manifest.read(file).asAt() + "-reproduced") : into;
        ConsoleSummary.packs(
                new Pipeline(request).reproduce(file, folder),
                spec.commandLine().getOut());
        return 0;
    }
}
