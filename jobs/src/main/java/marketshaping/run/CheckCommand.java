package marketshaping.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.pack.workbook.WorkbookWriter;
import marketshaping.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code market-shaping check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Say all that ingest would say, what is wrong and what it will cost, and change nothing. With"
                + " --lake, the extracts are also held against what the lake holds.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write what was found as JSON.")
    private Path json;

    @Option(
            names = "--workbook",
            paramLabel = "FILE",
            description = "Also write what was found as a workbook, to send to whoever makes the extracts.")
    private Path workbook;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Request request = where.request(Where.Need.INPUT);
        CheckReport report = new Job(request).check();
        new CheckText(report, spec.commandLine().getOut()).print();
        if (json != null) {
            report.writeJson(json);
        }
        if (workbook != null) {
            write(report, request);
        }
        return report.exitCode();
    }

    private void write(CheckReport report, Request request) {
        try {
            new WorkbookWriter().write(CheckWorkbook.of(report, request), workbook);
        } catch (IOException e) {
            throw Problems.cannotWrite(workbook, e.toString());
        }
    }
}
