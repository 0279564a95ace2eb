package marketshaping.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code jobs/bin/sample-council}. Exit codes: 0 success, 1 a file cannot be written, 2 wrong usage. */
@Command(
        name = "sample-council",
        mixinStandardHelpOptions = true,
        description =
                "Writes the extracts of an artificial council shaped like Hackney. No person or provider is real.")
public final class SampleCouncilCommand implements Callable<Integer> {

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

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The output folder.")
    private Path out;

    @Option(names = "--compress", description = "Write .csv.gz instead of .csv.")
    private boolean compress;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SampleCouncilCommand()).execute(args));
    }

    @Override
    public Integer call() {
        if (people < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--people must be 1 or more, but is " + people + ".");
        }
        SampleCouncil council = SampleCouncil.of(people, seed);
        try {
            if (compress) {
                council.writeCompressedTo(out);
            } else {
                council.writeTo(out);
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot write to the folder " + out + ": " + e.getMessage());
            return 1;
        }
        spec.commandLine().getOut().println(out.toAbsolutePath().normalize());
        return 0;
    }
}
