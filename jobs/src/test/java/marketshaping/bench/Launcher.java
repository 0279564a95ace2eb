package marketshaping.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketshaping.run.Floor;
import marketshaping.run.Main;

/** The product's command line as its launcher makes it, and what differs from that in one respect. */
final class Launcher {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path launcher;
    private final Path tests;
    private final Path printing;

    /** @param scratch for a Java that only prints what it was called with */
    Launcher(Path home, Path scratch) throws IOException {
        this.launcher = home.resolve("jobs/bin/market-shaping");
        this.tests = home.resolve("jobs/target/test-classes");
        this.printing = scratch.resolve("printing");
        Path java = printing.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    /** Runs the product as its users do. */
    Ran run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        return Child.run(command, environment);
    }

    /** Runs the product with what Java needs to run it at all, and nothing that makes it quick. */
    Ran runPlainly(List<String> arguments) {
        List<String> command = command(arguments);
        command.removeIf(word -> word.startsWith("-X"));
        return Child.run(command, Map.of());
    }

    /** Runs the floor with the options with which the launcher runs these arguments. */
    Ran runFloor(Path folder, List<String> arguments) {
        List<String> command = command(arguments);
        int main = command.indexOf(Main.class.getName());
        List<String> floor = new ArrayList<>(command.subList(0, main));
        // Behind all else, so that what the launcher keeps of classes that were loaded before still serves.
        floor.set(main - 1, floor.get(main - 1) + ":" + tests);
        floor.addAll(List.of(Floor.class.getName(), folder.toString()));
        return Child.run(floor, Map.of());
    }

    private List<String> command(List<String> arguments) {
        List<String> asked = new ArrayList<>(List.of(launcher.toString()));
        asked.addAll(arguments);
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        Child.run(asked, Map.of("JAVA_HOME", printing.toString()))
                .said()
                .lines()
                .forEach(command::add);
        return command;
    }
}
