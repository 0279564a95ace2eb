package marketshaping.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import marketshaping.testkit.Home;

/** The product as its users start it: a process of its own, by the launcher. */
final class LaunchedProcess {
    private static final Path LAUNCHER = Home.LAUNCHER;
    private static final long PATIENCE_MINUTES = 20;

    private final Process process;
    private final Path said;

    /** @param code the exit code @param said what it printed and logged */
    record Ended(int code, String said) {}

    private LaunchedProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Whether an earlier run of this build left an archive of classes behind, from which the launcher starts. */
    static boolean isQuick() throws IOException {
        Path target = LAUNCHER.resolveSibling("../target");
        Path archive = target.resolve("market-shaping.jsa");
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive)
                                .compareTo(Files.getLastModifiedTime(target.resolve("market-shaping.jar")))
                        > 0;
    }

    /** @param before words of a command that runs the launcher, such as one that takes rights away; may be empty */
    static LaunchedProcess start(List<String> before, Map<String, String> environment, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(LAUNCHER.toAbsolutePath().normalize().toString());
        command.addAll(arguments);
        Path said = Files.createTempFile("market-shaping", ".said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new LaunchedProcess(builder.start(), said);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** What it printed and logged so far. */
    String said() throws IOException {
        return Files.readString(said);
    }

    Ended await() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + Files.readString(said));
        }
        String text = Files.readString(said);
        Files.delete(said);
        return new Ended(process.exitValue(), text);
    }

    /** SIGTERM, as a scheduler stops what takes too long. */
    Ended stop() throws IOException, InterruptedException {
        process.destroy();
        return await();
    }

    /** SIGKILL, once this long has passed; whether it was still at work. */
    boolean killAfter(long millis) throws IOException, InterruptedException {
        boolean hasEnded = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        await();
        return !hasEnded;
    }
}
