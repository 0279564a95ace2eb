package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests faults caused by the machine or its users. The run reports each fault and damages nothing, and the next run
 * succeeds.
 */
class SurroundingsProof {
    private static final String AMPLE = "200m";
    private static final long PAGE = 4096;
    private static final int BY_SIGTERM = 143;

    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r-xr-xr-x");

    @TempDir
    private Path folder;

    /** Uses a small disk in memory. The test needs the right to mount one. */
    @ParameterizedTest(name = "with room for {0}% of the output")
    @ValueSource(ints = {0, 40, 80})
    void full_disk_is_reported(int percent) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        command("mount", "-t", "tmpfs", "-o", "size=" + AMPLE, "tmpfs", disk.toString());
        try {
            FaultTrial trial = FaultTrial.in(disk);
            long written = bytesOnDisk(ReferenceMonth.undisturbed().after())
                    - bytesOnDisk(ReferenceMonth.undisturbed().before());
            FileStore store = Files.getFileStore(disk);
            long room = store.getTotalSpace() - store.getUnallocatedSpace() + written * percent / 100;
            command("mount", "-o", "remount,size=" + room, disk.toString());
            assertRefused(
                    trial.start().await(),
                    2,
                    "can't be written",
                    "No space left",
                    "The output of earlier runs is unchanged.");
            trial.assertKeepsLastPacks();
            command("mount", "-o", "remount,size=" + AMPLE, disk.toString());
            trial.assertRecovers();
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void read_only_lake_is_reported() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        setPermissions(trial.lake(), READ_ONLY);
        LaunchedProcess.Exit exit;
        try {
            exit = trial.start(withoutOverride()).await();
        } finally {
            setPermissions(trial.lake(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertRefused(exit, 2, trial.lake().toString(), "can't be written", "Check that the folder exists");
        trial.assertKeepsLastPacks();
        trial.assertRecovers();
    }

    @Test
    void read_only_packs_folder_is_reported() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        setPermissions(trial.packs(), READ_ONLY);
        LaunchedProcess.Exit exit;
        try {
            exit = trial.start(withoutOverride()).await();
        } finally {
            setPermissions(trial.packs(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertRefused(exit, 2, trial.packs().toString(), "can't be written");
        trial.assertKeepsLastPacks();
        trial.assertRecovers();
    }

    @Test
    void second_of_two_runs_is_refused_with_the_first_named() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path lock = trial.lake().resolve(".lock");
        String before = Files.readString(lock);
        LaunchedProcess first = trial.start();
        while (first.isRunning() && Files.readString(lock).equals(before)) {
            Thread.sleep(20);
        }
        assertRefused(trial.start().await(), 2, "is in use by another run", "process");
        LaunchedProcess.Exit exit = first.await();
        assertThat(exit.code()).as(exit.output()).isZero();
        trial.assertWhole();
    }

    @Test
    void stopped_run_is_not_reported_as_a_bug() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        LaunchedProcess run = trial.start();
        while (run.isRunning() && !run.output().contains("read: ")) {
            Thread.sleep(50);
        }
        LaunchedProcess.Exit exit = run.stop();
        assertThat(exit.code()).as(exit.output()).isEqualTo(BY_SIGTERM);
        assertThat(exit.output()).doesNotContain("This is a bug").doesNotContain("\tat ");
        trial.assertKeepsLastPacks();
        trial.assertRecovers();
    }

    @Test
    void extract_changed_while_it_is_read_is_refused() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path extract = trial.extracts().resolve("placements.csv");
        byte[] original = Files.readAllBytes(extract);
        LaunchedProcess run = trial.start();
        while (run.isRunning()) {
            Files.writeString(extract, "PLX,\n", StandardOpenOption.APPEND);
            Thread.sleep(5);
        }
        assertRefused(
                run.await(),
                1,
                "placements.csv changed while it was being read. Its rows may be incomplete. Wait until"
                        + " the file is complete, then run the command again.");
        trial.assertKeepsLastPacks();
        Files.write(extract, original);
        trial.assertRecovers();
    }

    @ParameterizedTest(name = "{0} ms after the first read")
    @ValueSource(ints = {0, 400, 1500})
    void deleted_extract_is_named(int millis) throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path extract = trial.extracts().resolve("placements.csv");
        byte[] original = Files.readAllBytes(extract);
        // Some disks record only the first read after a write, and only if the last recorded read is older.
        Files.setAttribute(extract, "lastAccessTime", FileTime.fromMillis(0));
        LaunchedProcess run = trial.start();
        while (run.isRunning() && lastRead(extract).toMillis() == 0) {
            Thread.sleep(5);
        }
        assertThat(run.isRunning()).as("the disk records access times").isTrue();
        Thread.sleep(millis);
        Files.delete(extract);
        LaunchedProcess.Exit exit = run.await();
        // A run that has read the whole extract by then loses nothing.
        if (millis == 0 || exit.code() != 0) {
            assertRefused(exit, 1, "placements.csv can't be read");
            trial.assertKeepsLastPacks();
        }
        Files.write(extract, original);
        trial.assertRecovers();
    }

    private static FileTime lastRead(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "lastAccessTime");
    }

    @Test
    void time_zone_language_and_encoding_do_not_change_output() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        LaunchedProcess.Exit exit = LaunchedProcess.start(
                        List.of(),
                        Map.of(
                                "MARKET_SHAPING_JAVA_OPTS",
                                "-Duser.language=tr -Duser.country=TR -Duser.timezone=America/New_York"
                                        + " -Dfile.encoding=ISO-8859-1",
                                "LC_ALL",
                                "C",
                                "TZ",
                                "America/New_York"),
                        trial.arguments())
                .await();
        assertThat(exit.code()).as(exit.output()).isZero();
        trial.assertWhole();
    }

    private static void assertRefused(LaunchedProcess.Exit exit, int code, String... words) {
        assertThat(exit.code()).as(exit.output()).isEqualTo(code);
        assertThat(exit.output())
                .contains(words)
                .doesNotContain("This is a bug")
                .doesNotContain("\tat ");
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", words) + ": " + output)
                .isZero();
    }

    /** Returns the bytes that all files take on a disk in memory. */
    private static long bytesOnDisk(Path root) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += (Files.size(file) + PAGE - 1) / PAGE * PAGE;
            }
        }
        return bytes;
    }

    /** Returns a command prefix for root, which drops the right to ignore permissions; empty for other users. */
    private static String[] withoutOverride() throws IOException, InterruptedException {
        boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return isRoot
                ? new String[] {
                    "setpriv",
                    "--inh-caps=-dac_override,-dac_read_search,-fowner",
                    "--bounding-set=-dac_override,-dac_read_search,-fowner"
                }
                : new String[0];
    }

    private static void setPermissions(Path root, Set<PosixFilePermission> permissions) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.toList();
        }
        for (Path path : all) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
