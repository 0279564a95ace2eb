package marketshaping.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.app.pipeline.ExtractCheck;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.engine.Storage;
import marketshaping.feedback.CheckPage;
import marketshaping.feedback.CheckReport;
import marketshaping.feedback.CheckWorkbook;
import marketshaping.model.problem.Problems;
import marketshaping.output.workbook.WorkbookWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code market-shaping check}, which reports how extracts would be ingested and their problems, without
 * changing anything.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Report how the extracts would be ingested, which problems they have and how these affect the"
                + " packs. This changes nothing. With --lake, also compare the extracts with the lake.")
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the findings to this file as JSON.")
    private Path json;

    @Option(
            names = "--workbook",
            paramLabel = "FILE",
            description = "Also write the findings to this workbook, for the people who make the extracts.")
    private Path workbook;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write the findings to this web page, to send to the people who make the extracts. It"
                    + " shows no identifiers of people, dates of birth, postcodes or free text.")
    private Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(CommonOptions.Need.INPUT);
        CheckReport report = check(request);
        new CheckReportText(report, spec.commandLine().getOut()).print();
        if (json != null) {
            report.writeJson(json);
        }
        if (workbook != null) {
            write(report, request);
        }
        if (html != null) {
            new CheckPage(report).write(html);
        }
        return report.exitCode();
    }

    /** Checks the extracts. Only a comparison with a lake loads the classes of the pipeline, and with them Spark. */
    private static CheckReport check(RunRequest request) {
        boolean isLake = !request.lake().toString().isEmpty() && Storage.isFolder(request.lake());
        return isLake ? new Pipeline(request).check() : new ExtractCheck(request).report();
    }

    private void write(CheckReport report, RunRequest request) {
        try {
            new WorkbookWriter()
                    .write(CheckWorkbook.of(report, request.settings().council().name(), request.asAt()), workbook);
        } catch (IOException e) {
            throw Problems.cannotWrite(workbook, e.toString());
        }
    }
}
