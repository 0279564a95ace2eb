package marketshaping.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import marketshaping.app.pipeline.Pipeline;
import marketshaping.model.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code market-shaping backfill}, which writes the packs of each month end in a range. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Write the packs for each month end in a range, from the current content of the lake. The packs"
                + " are not delivered, and --as-at is not used.")
public final class BackfillCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            required = true,
            description = "The first month, such as 2025-01. The as-at date is the last day of the month.")
    private YearMonth from;

    @Option(
            names = "--to",
            paramLabel = "MONTH",
            required = true,
            description = "The last month, such as 2025-06. The as-at date is the last day of the month.")
    private YearMonth to;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (from.isAfter(to)) {
            throw Problems.monthsReversed(from, to);
        }
        options.future("--to", to.atEndOfMonth(), CommonOptions.today()).ifPresent(problem -> {
            throw problem;
        });
        List<LocalDate> dates = Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .toList();
        Pipeline job = new Pipeline(options.request(CommonOptions.Need.LAKE, CommonOptions.Need.PACKS));
        for (Path packs : job.backfill(dates)) {
            ConsoleSummary.packs(packs, spec.commandLine().getOut());
        }
        return 0;
    }
}
