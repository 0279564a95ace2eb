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
 * Spark's own master and workers as processes of this machine, made of the jars that the build resolved. A worker has one
 * core, so that a run has to do with all of them.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Path TARGET = Home.TARGET.toAbsolutePath();
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final long PATIENCE_SECONDS = 480;

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private String master;

    private StandaloneCluster(Path home) {
        this.home = home;
    }

    /** @param home a folder of the cluster's own */
    static StandaloneCluster start(Path home, int workers) throws IOException, InterruptedException {
        Path jars = TARGET.resolve("spark");
        if (!Files.isRegularFile(application()) || !Files.isDirectory(jars)) {
            throw new IllegalStateException("A cluster runs the jar, which is not there: mvn -Pquick package makes it");
        }
        StandaloneCluster cluster = new StandaloneCluster(home);
        try {
            // A worker finds what it starts executors with in SPARK_HOME/jars.
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
        Process process = daemon(
                log,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "localhost",
                "--port",
                "0",
                "--webui-port",
                "0");
        master = awaited(process, log, MASTER).group(1);
    }

    private void startWorker(String name) throws IOException, InterruptedException {
        Path log = home.resolve(name + ".log");
        Process process = daemon(
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
        awaited(process, log, REGISTERED);
        workers.add(process);
    }

    private Process daemon(Path log, String... mainAndArguments) throws IOException {
        List<String> options = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return started(log, options, List.of(mainAndArguments));
    }

    /**
     * Starts the jar by spark-submit. The cluster's own file system is one that is not there: what a run reads and writes
     * are files at the paths that it was given.
     *
     * @param log what it prints and logs
     */
    Process submit(Path log, List<String> arguments) throws IOException {
        String quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=256m";
        List<String> submit = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--executor-memory",
                "1g",
                "--conf",
                "spark.executor.extraJavaOptions=" + quick,
                "--conf",
                "spark.hadoop.fs.defaultFS=hdfs://nowhere.invalid",
                "--class",
                "marketshaping.Main",
                application().toString()));
        submit.addAll(arguments);
        // What spark-submit, the script, opens for the driver.
        List<String> options = new ArrayList<>(List.of(quick.split(" ")));
        options.addAll(List.of("-Xmx1g", "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED"));
        return started(log, options, submit);
    }

    private Process started(Path log, List<String> options, List<String> mainAndArguments) throws IOException {
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
        // Which Spark's scripts tell from the jars.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_HOSTNAME", "localhost");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** SIGKILL for a worker and for all that it started, as when its machine is gone. How many executors it had. */
    int kill(int worker) throws InterruptedException {
        Process process = workers.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        return executors.size();
    }

    /** Waits until a process has said it, and fails where it ends without. */
    static Matcher awaited(Process process, Path log, Pattern what) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            boolean isOver = !process.isAlive();
            Matcher said = what.matcher(Files.readString(log));
            if (said.find()) {
                return said;
            }
            if (isOver || System.nanoTime() > end) {
                throw new AssertionError("It never said '%s':%n%s".formatted(what, Files.readString(log)));
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
