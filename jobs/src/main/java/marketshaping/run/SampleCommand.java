package marketshaping.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.problem.Problems;
import marketshaping.sample.SampleCouncil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code market-shaping sample}. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Generate an artificial council shaped like Hackney. No person or provider in it is real.")
final class SampleCommand implements Callable<Integer> {

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "4000",
            description = "People in long-term support at a time. Default: 4000.")
    private int people;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same council, byte for byte. Default: 1.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path out;

    @Option(names = "--compress", description = "Write .csv.gz instead of .csv.")
    private boolean compress;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SampleCouncil council = SampleCouncil.of(people, seed);
        try {
            if (compress) {
                council.writeCompressedTo(out);
            } else {
                council.writeTo(out);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(out, e.toString());
        }
        spec.commandLine().getOut().println(out.toAbsolutePath().normalize());
        return 0;
    }
}
