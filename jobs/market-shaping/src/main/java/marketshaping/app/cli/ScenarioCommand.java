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

/** The command {@code market-shaping scenario}, which calculates the effect of new places and framework lots. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description =
                "Calculate the effect of new places and framework lots on the market in the lake: how many people could"
                        + " come home, the cost today and under the plan, and the need that remains unmet.")
public final class ScenarioCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            description = "The plan, in YAML. The example data/plan.yaml explains the keys.")
    private Path file;

    @Option(names = "--workbook", paramLabel = "FILE", description = "Also write the tables to this workbook.")
    private Path workbook;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRequest request = options.request(CommonOptions.Need.LAKE);
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
