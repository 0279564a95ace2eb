package marketshaping.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import marketshaping.engine.Storage;
import marketshaping.feedback.Confidence;
import marketshaping.feedback.MappingProposal;
import marketshaping.feedback.MappingWriter;
import marketshaping.feedback.ProposalReport;
import marketshaping.feedback.ProposalReview;
import marketshaping.model.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping map}, which proposes a mapping for the extracts of another system. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description = "Propose a mapping for extracts with other file names, column names and codes. On a terminal, it"
                + " asks about proposals that are not certain; otherwise they are comments in the mapping.")
public final class MapCommand implements Callable<Integer> {

    @Option(names = "--input", required = true, paramLabel = "DIR", description = "The folder with the extracts.")
    private Path input;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "mapping.yaml",
            description = "The mapping to write. It must not exist yet. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--yes", description = "Ask nothing, and accept the proposals that are likely.")
    private boolean isAcceptingLikely;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (Storage.exists(out)) {
            throw Problems.mappingExists(out);
        }
        PrintWriter printer = spec.commandLine().getOut();
        MappingProposal proposal = MappingProposal.of(input);
        Console console = System.console();
        if (console != null && !isAcceptingLikely) {
            new ProposalReview(question -> console.readLine("%s", question)).review(proposal);
        }
        Set<Confidence> accepted =
                isAcceptingLikely ? Set.of(Confidence.CERTAIN, Confidence.LIKELY) : Set.of(Confidence.CERTAIN);
        Optional<String> yaml = new MappingWriter(proposal, accepted).yaml();
        yaml.ifPresent(this::write);
        ProposalReport report = new ProposalReport(proposal);
        report.lines().forEach(printer::println);
        report.missing().forEach(printer::println);
        yaml.ifPresent(text -> report.nextSteps(input, out, launcher()).forEach(printer::println));
        printer.flush();
        return yaml.isPresent() ? 0 : 1;
    }

    /** Returns the path of the program from the current folder. */
    private static Path launcher() {
        Path here = Path.of("").toAbsolutePath();
        Path program = Path.of(System.getProperty("market-shaping.home", ""))
                .toAbsolutePath()
                .resolve("jobs/bin/market-shaping");
        return program.startsWith(here) ? here.relativize(program) : program;
    }

    private void write(String yaml) {
        try {
            Storage.replace(out, yaml);
        } catch (IOException e) {
            throw Problems.cannotWrite(out, e.toString());
        }
    }
}
