package marketshaping.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import marketshaping.testkit.Home;

/** The product as users start it: a separate process, started by the launcher. */
final class LaunchedProcess {
    private static final Path LAUNCHER = Home.LAUNCHER;
    private static final long TIMEOUT_MINUTES = 20;

    private final Process process;
    private final Path log;

    /**
     * The end of the process.
     *
     * @param code the exit code
     * @param output the printed and logged text
     */
    record Exit(int code, String output) {}

    private LaunchedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the product.
     *
     * @param before words of a command that runs the launcher, such as one that drops rights; may be empty
     */
    static LaunchedProcess start(List<String> before, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(LAUNCHER.toAbsolutePath().normalize().toString());
        command.addAll(arguments);
        Path log = Files.createTempFile("market-shaping", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new LaunchedProcess(builder.start(), log);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Returns the text printed and logged so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    Exit await() throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The process did not end in time: " + Files.readString(log));
        }
        String text = Files.readString(log);
        Files.delete(log);
        return new Exit(process.exitValue(), text);
    }

    /** Sends SIGTERM, as a scheduler does when a command takes too long. */
    Exit stop() throws IOException, InterruptedException {
        process.destroy();
        return await();
    }

    /** Sends SIGKILL after the given time and returns true if the process was still running. */
    boolean killAfter(long millis) throws IOException, InterruptedException {
        boolean hasEnded = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        await();
        return !hasEnded;
    }
}
