package marketshaping.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.testkit.Home;

/**
 * A Spark master and its workers as local processes, started with the jars that the build downloaded. Each worker has
 * one core, so that a run uses all workers.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Path TARGET = Home.TARGET.toAbsolutePath();
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final long TIMEOUT_SECONDS = 480;

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private String master;

    private StandaloneCluster(Path home) {
        this.home = home;
    }

    /**
     * Starts the master and the workers.
     *
     * @param home a separate folder for the cluster
     */
    static StandaloneCluster start(Path home, int workers) throws IOException, InterruptedException {
        Path jars = TARGET.resolve("spark");
        if (!Files.isRegularFile(application()) || !Files.isDirectory(jars)) {
            throw new IllegalStateException("The jar for the cluster is missing. Make it with mvn -Pquick package");
        }
        StandaloneCluster cluster = new StandaloneCluster(home);
        try {
            // A worker starts executors with the jars in SPARK_HOME/jars.
            Files.createSymbolicLink(Files.createDirectories(home).resolve("jars"), jars);
            cluster.startMaster();
            for (int i = 0; i < workers; i++) {
                cluster.startWorker("worker-" + i);
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private static Path application() {
        return TARGET.resolve("market-shaping.jar");
    }

    private void startMaster() throws IOException, InterruptedException {
        Path log = home.resolve("master.log");
        Process process = startDaemon(
                log,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "localhost",
                "--port",
                "0",
                "--webui-port",
                "0");
        master = await(process, log, MASTER).group(1);
    }

    private void startWorker(String name) throws IOException, InterruptedException {
        Path log = home.resolve(name + ".log");
        Process process = startDaemon(
                log,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "localhost",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                home.resolve(name).toString(),
                master);
        await(process, log, REGISTERED);
        workers.add(process);
    }

    private Process startDaemon(Path log, String... mainAndArguments) throws IOException {
        List<String> options = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return launch(log, options, List.of(mainAndArguments));
    }

    /**
     * Starts the jar with spark-submit. The cluster's default file system does not exist, so the run can only read and
     * write files at the given paths.
     *
     * @param log the file for its printed and logged output
     */
    Process submit(Path log, List<String> arguments) throws IOException {
        String jvmOptions = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=256m";
        List<String> submit = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--executor-memory",
                "1g",
                "--conf",
                "spark.executor.extraJavaOptions=" + jvmOptions,
                "--conf",
                "spark.hadoop.fs.defaultFS=hdfs://nowhere.invalid",
                "--class",
                "marketshaping.Main",
                application().toString()));
        submit.addAll(arguments);
        // The spark-submit script opens this package for the driver.
        List<String> options = new ArrayList<>(List.of(jvmOptions.split(" ")));
        options.addAll(List.of("-Xmx1g", "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED"));
        return launch(log, options, submit);
    }

    private Process launch(Path log, List<String> options, List<String> mainAndArguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        // Spark's scripts derive the Scala version from the jars.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_HOSTNAME", "localhost");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Kills a worker and its executors, as if its machine failed, and returns the number of executors. */
    int kill(int worker) throws InterruptedException {
        Process process = workers.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        return executors.size();
    }

    /** Waits until the log matches the pattern; fails if the process ends first or the time is up. */
    static Matcher await(Process process, Path log, Pattern pattern) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (true) {
            boolean hasEnded = !process.isAlive();
            Matcher found = pattern.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
            if (hasEnded || System.nanoTime() > end) {
                throw new AssertionError("The log never contained '%s':%n%s".formatted(pattern, Files.readString(log)));
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
