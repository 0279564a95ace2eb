package marketshaping.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.analysis.scenario.Plan;
import marketshaping.analysis.scenario.PlanFile;
import marketshaping.analysis.scenario.Scenario;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.model.problem.Problems;
import marketshaping.output.workbook.WorkbookWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code market-shaping scenario}. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description =
                "Say what places to be built and framework lots to be opened would do to the market as the lake has"
                        + " it: who could come home, at what cost now and then, and what stays unmet.")
public final class ScenarioCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions where;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            description = "The plan, in YAML. data/plan.yaml is one, and says what its keys are.")
    private Path file;

    @Option(names = "--workbook", paramLabel = "FILE", description = "Also write the tables as a workbook.")
    private Path workbook;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = where.request(CommonOptions.Need.LAKE);
        Plan plan = PlanFile.read(file);
        Scenario scenario = new Scenario(plan, new Pipeline(request).tables(Scenario.MEASURES));
        ScenarioReport report = new ScenarioReport(plan, scenario, request);
        report.print(spec.commandLine().getOut());
        if (workbook != null) {
            write(report);
        }
        return 0;
    }

    private void write(ScenarioReport report) {
        try {
            new WorkbookWriter().write(report.workbook(), workbook);
        } catch (IOException e) {
            throw Problems.cannotWrite(workbook, e.toString());
        }
    }
}
