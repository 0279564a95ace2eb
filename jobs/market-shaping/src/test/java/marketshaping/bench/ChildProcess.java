package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One contender in its own process, so that none benefits from another's warm-up. Its processor time and memory are
 * sampled.
 */
final class ChildProcess {
    private static final long EVERY_MILLISECONDS = 100;
    private static final double NANOSECONDS = 1e9;
    private static final double KILOBYTES = 1024;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * The environment variable with the user's own options. It is removed, because they would distort the measurement.
     */
    private static final String OPTIONS = "MARKET_SHAPING_JAVA_OPTS";

    private final Process process;
    private double processorSeconds;
    private double megabytes;

    /** The failure of a contender. */
    static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failed(List<String> command, String output) {
            super(String.join(" ", command) + " failed: " + output);
        }

        /** Returns the last line with an error or exception, without paths. */
        String inShort() {
            return getMessage()
                    .lines()
                    .filter(line -> line.contains("Error") || line.contains("Exception"))
                    .filter(line -> !line.startsWith("\t"))
                    .reduce((outer, inner) -> inner)
                    .map(line -> line.replaceAll("(?<!\\w)/\\S+", "..."))
                    .orElse("no error message.");
        }
    }

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Runs a command and measures it.
     *
     * @throws Failed with the whole output, if the command fails
     */
    static ProcessMeasurement run(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("bench", ".output");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().remove(OPTIONS);
                builder.environment().putAll(environment);
                long started = System.nanoTime();
                ChildProcess child = new ChildProcess(builder.start());
                child.await();
                double seconds = (System.nanoTime() - started) / NANOSECONDS;
                String text = Files.readString(output);
                if (child.process.exitValue() != 0) {
                    throw new Failed(command, text);
                }
                return new ProcessMeasurement(seconds, child.processorSeconds, child.megabytes, text);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a benchmark class with the class path of the tests. */
    static ProcessMeasurement run(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return run(command, Map.of());
    }

    private void await() throws IOException, InterruptedException {
        while (!process.waitFor(EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            processorSeconds = process.info()
                    .totalCpuDuration()
                    .map(Duration::toNanos)
                    .map(nanoseconds -> nanoseconds / NANOSECONDS)
                    .orElse(processorSeconds);
            megabytes = Math.max(megabytes, peak());
        }
    }

    private double peak() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // Not Linux, or the process has just ended.
            return 0;
        }
    }
}
