package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.Main;

/** The product's command line as created by the launcher, and variants of it that differ in one respect. */
final class LauncherCommand {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path launcher;
    private final Path tests;
    private final Path stub;

    /**
     * Records the command line that the launcher creates.
     *
     * @param scratch the folder for a stub of Java that only prints its arguments
     */
    LauncherCommand(Path home, Path scratch) throws IOException {
        this.launcher = home.resolve("jobs/bin/market-shaping");
        this.tests = home.resolve("jobs/market-shaping/target/test-classes");
        this.stub = scratch.resolve("stub");
        Path java = stub.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs the product as users do. */
    ProcessMeasurement run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        return ChildProcess.run(command, environment);
    }

    /** Runs the product with only the options that Java requires, and none that improve speed. */
    ProcessMeasurement runPlainly(List<String> arguments) {
        List<String> command = command(arguments);
        command.removeIf(word -> word.startsWith("-X"));
        return ChildProcess.run(command, Map.of());
    }

    /** Runs {@link SessionFloor} with the options that the launcher uses for these arguments. */
    ProcessMeasurement runFloor(Path folder, List<String> arguments) {
        List<String> command = command(arguments);
        int main = command.indexOf(Main.class.getName());
        List<String> floor = new ArrayList<>(command.subList(0, main));
        // The tests go last on the class path, so that the launcher's class archive remains valid.
        floor.set(main - 1, floor.get(main - 1) + ":" + tests);
        floor.addAll(List.of(SessionFloor.class.getName(), folder.toString()));
        return ChildProcess.run(floor, Map.of());
    }

    private List<String> command(List<String> arguments) {
        List<String> call = new ArrayList<>(List.of(launcher.toString()));
        call.addAll(arguments);
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        ChildProcess.run(call, Map.of("JAVA_HOME", stub.toString()))
                .output()
                .lines()
                .forEach(command::add);
        return command;
    }
}
