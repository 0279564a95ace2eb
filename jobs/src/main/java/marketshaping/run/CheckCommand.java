package marketshaping.run;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code market-shaping check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Say all that ingest would say, and write nothing.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Job job = new Job(where.request(Where.Need.INPUT, Where.Need.LAKE));
        Ingestion.Findings findings = job.check();
        Said.findings(findings, spec.commandLine().getOut());
        findings.orRefuse();
        return 0;
    }
}
