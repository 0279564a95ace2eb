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

/** A contender: a process of its own, so that none is warm from another, watched while it runs. */
final class ChildProcess {
    private static final long EVERY_MILLISECONDS = 100;
    private static final double NANOSECONDS = 1e9;
    private static final double KILOBYTES = 1024;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** The user's own options would be measured with it. */
    private static final String OPTIONS = "MARKET_SHAPING_JAVA_OPTS";

    private final Process process;
    private double processorSeconds;
    private double megabytes;

    /** A contender that did not come to its end. */
    static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failed(List<String> command, String said) {
            super(String.join(" ", command) + " failed: " + said);
        }

        /** The innermost line of trouble, without where it was. */
        String inShort() {
            return getMessage()
                    .lines()
                    .filter(line -> line.contains("Error") || line.contains("Exception"))
                    .filter(line -> !line.startsWith("\t"))
                    .reduce((outer, inner) -> inner)
                    .map(line -> line.replaceAll("(?<!\\w)/\\S+", "..."))
                    .orElse("it does not say why.");
        }
    }

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @throws Failed with all that it said, where it fails */
    static ProcessMeasurement run(List<String> command, Map<String, String> environment) {
        try {
            Path said = Files.createTempFile("bench", ".said");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
                builder.environment().remove(OPTIONS);
                builder.environment().putAll(environment);
                long started = System.nanoTime();
                ChildProcess child = new ChildProcess(builder.start());
                child.await();
                double seconds = (System.nanoTime() - started) / NANOSECONDS;
                String text = Files.readString(said);
                if (child.process.exitValue() != 0) {
                    throw new Failed(command, text);
                }
                return new ProcessMeasurement(seconds, child.processorSeconds, child.megabytes, text);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a class of the benchmark's own, with all that the tests have. */
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
            // Not Linux, or over just now.
            return 0;
        }
    }
}
