package marketshaping;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketshaping.app.cli.BackfillCommand;
import marketshaping.app.cli.CheckCommand;
import marketshaping.app.cli.ExplainCommand;
import marketshaping.app.cli.FlowCommand;
import marketshaping.app.cli.IngestCommand;
import marketshaping.app.cli.LocalPathConverter;
import marketshaping.app.cli.MapCommand;
import marketshaping.app.cli.PackCommand;
import marketshaping.app.cli.ReferenceCommand;
import marketshaping.app.cli.ReproduceCommand;
import marketshaping.app.cli.RunCommand;
import marketshaping.app.cli.ScenarioCommand;
import marketshaping.app.cli.Shutdown;
import marketshaping.app.console.StatusLine;
import marketshaping.engine.BuildInfo;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.lang3.exception.ExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main program, which runs the command given on the command line. Its help lists the exit codes. */
@Command(
        name = "market-shaping",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Shows where a council's care is bought, by what route, at what price and how fast.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            ReferenceCommand.class,
            PackCommand.class,
            BackfillCommand.class,
            ReproduceCommand.class,
            CheckCommand.class,
            MapCommand.class,
            ExplainCommand.class,
            FlowCommand.class,
            ScenarioCommand.class,
        },
        footer = {
            "",
            "market-shaping COMMAND --help explains one command.",
            "",
            "Exit codes: 0 done, 1 data refused or packs not delivered, 2 wrong usage or settings, 3 stopped or a bug.",
            "Each error message has a code, such as MS-1001; jobs/docs/messages.md lists them all.",
            "MARKET_SHAPING_KEY is the secret key with which people's identifiers are hashed (32 bytes or more).",
            "MARKET_SHAPING_WORKING_LIST_PASSWORD, if set, is the password that encrypts the working list.",
            "MARKET_SHAPING_SMTP_PASSWORD is the password of the mail server user in the settings.",
            "MARKET_SHAPING_LOGS=json writes each log line as a JSON object.",
        })
public final class Main implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        if (StatusLine.isInteractive(System.getProperty("market-shaping.terminal"), System.getenv())) {
            // Must precede the set-up of the log, so that the log prints through it.
            System.setErr(new StatusLine(System.err));
        }
        int code = execute(args);
        // A Spark launcher or a notebook may have called this method, and must keep running after success.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command line and returns its exit code. */
    public static int execute(String... args) {
        CommandLine line = new CommandLine(new Main()).registerConverter(Path.class, new LocalPathConverter());
        CommandLine.IParameterExceptionHandler usage = line.getParameterExceptionHandler();
        return line.setParameterExceptionHandler(
                        (exception, given) -> exception.getCause() instanceof UserProblem problem
                                ? report(problem, exception.getCommandLine().getErr())
                                : usage.handleParseException(exception, given))
                .setExecutionExceptionHandler((exception, command, parsed) -> report(exception, command.getErr()))
                .execute(args);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }

    private static int report(Exception exception, PrintWriter err) {
        if (Shutdown.isUnderWay()) {
            // Spark ends at once, so any unfinished call fails with an arbitrary exception.
            return report(Problems.stopped(), err);
        }
        if (exception instanceof UserProblem problem) {
            return report(problem, err);
        }
        int code = report(Problems.bug(), err);
        err.println(ExceptionUtils.getStackTrace(exception));
        err.flush();
        return code;
    }

    private static int report(UserProblem problem, PrintWriter err) {
        problem.messages().forEach(err::println);
        err.flush();
        return problem.kind().exitCode();
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"market-shaping " + BuildInfo.running().version()};
        }
    }
}
