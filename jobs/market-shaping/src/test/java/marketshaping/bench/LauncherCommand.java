package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.Main;

/** The product's command line as its launcher makes it, and what differs from that in one respect. */
final class LauncherCommand {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path launcher;
    private final Path tests;
    private final Path printing;

    /** @param scratch for a Java that only prints what it was called with */
    LauncherCommand(Path home, Path scratch) throws IOException {
        this.launcher = home.resolve("jobs/bin/market-shaping");
        this.tests = home.resolve("jobs/market-shaping/target/test-classes");
        this.printing = scratch.resolve("printing");
        Path java = printing.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs the product as its users do. */
    ProcessMeasurement run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        return ChildProcess.run(command, environment);
    }

    /** Runs the product with what Java needs to run it at all, and nothing that makes it quick. */
    ProcessMeasurement runPlainly(List<String> arguments) {
        List<String> command = command(arguments);
        command.removeIf(word -> word.startsWith("-X"));
        return ChildProcess.run(command, Map.of());
    }

    /** Runs the floor with the options with which the launcher runs these arguments. */
    ProcessMeasurement runFloor(Path folder, List<String> arguments) {
        List<String> command = command(arguments);
        int main = command.indexOf(Main.class.getName());
        List<String> floor = new ArrayList<>(command.subList(0, main));
        // Behind all else, so that what the launcher keeps of classes that were loaded before still serves.
        floor.set(main - 1, floor.get(main - 1) + ":" + tests);
        floor.addAll(List.of(SessionFloor.class.getName(), folder.toString()));
        return ChildProcess.run(floor, Map.of());
    }

    private List<String> command(List<String> arguments) {
        List<String> asked = new ArrayList<>(List.of(launcher.toString()));
        asked.addAll(arguments);
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        ChildProcess.run(asked, Map.of("JAVA_HOME", printing.toString()))
                .said()
                .lines()
                .forEach(command::add);
        return command;
    }
}
