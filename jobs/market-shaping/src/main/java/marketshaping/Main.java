package marketshaping;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketshaping.app.cli.BackfillCommand;
import marketshaping.app.cli.CheckCommand;
import marketshaping.app.cli.ExplainCommand;
import marketshaping.app.cli.FlowCommand;
import marketshaping.app.cli.IngestCommand;
import marketshaping.app.cli.PackCommand;
import marketshaping.app.cli.ReproduceCommand;
import marketshaping.app.cli.RunCommand;
import marketshaping.app.cli.ScenarioCommand;
import marketshaping.app.console.StatusLine;
import marketshaping.engine.BuildInfo;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.lang3.exception.ExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 data refused or packs not delivered, 2 wrong usage or settings, 3 a bug. */
@Command(
        name = "market-shaping",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Shows where a council's care is bought, by what route, at what price and how fast.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            PackCommand.class,
            BackfillCommand.class,
            ReproduceCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            FlowCommand.class,
            ScenarioCommand.class,
        },
        footer = {
            "",
            "market-shaping COMMAND --help says more of each.",
            "",
            "Exit codes: 0 done, 1 data refused or packs not delivered, 2 wrong usage or settings, 3 a bug.",
            "MARKET_SHAPING_KEY holds the secret under which people's identifiers are hashed (32 bytes or more).",
            "MARKET_SHAPING_WORKING_LIST_PASSWORD, if set, is the password that the working list is encrypted with.",
            "MARKET_SHAPING_SMTP_PASSWORD is that of the user whom the settings name for the mail server.",
            "MARKET_SHAPING_LOGS=json makes each line of the log a JSON object.",
        })
public final class Main implements Callable<Integer> {
    private static final int BUG = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        if (StatusLine.isWatched(System.getProperty("market-shaping.terminal"), System.getenv())) {
            // Before the log is set up, which then prints through it too.
            System.setErr(new StatusLine(System.err));
        }
        int code = execute(args);
        // Where Spark's own launcher or a notebook called, ending the process on success is not ours to do.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command line and answers its exit code. */
    public static int execute(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((exception, command, parsed) -> report(exception, command.getErr()))
                .execute(args);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception exception, PrintWriter err) {
        if (isBeingStopped()) {
            // The engine ends at once, and what was asked of it then fails in whatever way.
            Problems.stopped().messages().forEach(err::println);
            err.flush();
            return BUG;
        }
        if (exception instanceof UserProblem problem) {
            problem.messages().forEach(err::println);
            err.flush();
            return problem.kind().exitCode();
        }
        err.println("This is a bug in market-shaping; please report it with what follows.");
        err.println(ExceptionUtils.getStackTrace(exception));
        err.flush();
        return BUG;
    }

    private static boolean isBeingStopped() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"market-shaping " + BuildInfo.running().version()};
        }
    }
}
