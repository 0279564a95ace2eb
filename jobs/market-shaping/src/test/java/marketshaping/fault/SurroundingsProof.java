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

/** What a machine and its other users do to a run: each is told clearly, spoils nothing, and is over with the next run. */
class SurroundingsProof {
    private static final String ROOMY = "200m";
    private static final long PAGE = 4096;
    private static final int BY_SIGTERM = 143;

    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r-xr-xr-x");

    @TempDir
    private Path folder;

    /** A disk of its own in memory, which takes the right to mount one. */
    @ParameterizedTest(name = "with room for {0} % of what it writes")
    @ValueSource(ints = {0, 40, 80})
    void should_say_that_there_is_no_room(int percent) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        command("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", disk.toString());
        try {
            FaultTrial trial = FaultTrial.in(disk);
            long written = pages(ReferenceMonth.undisturbed().after())
                    - pages(ReferenceMonth.undisturbed().before());
            FileStore store = Files.getFileStore(disk);
            long room = store.getTotalSpace() - store.getUnallocatedSpace() + written * percent / 100;
            command("mount", "-o", "remount,size=" + room, disk.toString());
            refused(
                    trial.start().await(),
                    2,
                    "can't be written",
                    "No space left",
                    "The last good output is untouched.");
            trial.keptLastGoodPacks();
            command("mount", "-o", "remount,size=" + ROOMY, disk.toString());
            trial.recovers();
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void should_say_that_the_lake_is_read_only() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        permit(trial.lake(), READ_ONLY);
        LaunchedProcess.Ended ended;
        try {
            ended = trial.start(obedient()).await();
        } finally {
            permit(trial.lake(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        refused(ended, 2, trial.lake().toString(), "can't be written", "Check that the folder exists");
        trial.keptLastGoodPacks();
        trial.recovers();
    }

    @Test
    void should_say_that_the_folder_of_packs_is_read_only() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        permit(trial.packs(), READ_ONLY);
        LaunchedProcess.Ended ended;
        try {
            ended = trial.start(obedient()).await();
        } finally {
            permit(trial.packs(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        refused(ended, 2, trial.packs().toString(), "can't be written");
        trial.keptLastGoodPacks();
        trial.recovers();
    }

    @Test
    void should_let_one_of_two_runs_do_its_work_and_say_to_the_other_who_does() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path lock = trial.lake().resolve(".lock");
        String before = Files.readString(lock);
        LaunchedProcess first = trial.start();
        while (first.isRunning() && Files.readString(lock).equals(before)) {
            Thread.sleep(20);
        }
        refused(trial.start().await(), 2, "is held by another run", "process");
        LaunchedProcess.Ended ended = first.await();
        assertThat(ended.code()).as(ended.said()).isZero();
        trial.isWhole();
    }

    @Test
    void should_take_it_for_no_bug_that_it_was_stopped() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        LaunchedProcess run = trial.start();
        while (run.isRunning() && !run.said().contains("read: ")) {
            Thread.sleep(50);
        }
        LaunchedProcess.Ended ended = run.stop();
        assertThat(ended.code()).as(ended.said()).isEqualTo(BY_SIGTERM);
        assertThat(ended.said()).doesNotContain("This is a bug").doesNotContain("\tat ");
        trial.keptLastGoodPacks();
        trial.recovers();
    }

    @Test
    void should_refuse_an_extract_that_is_written_to_while_it_is_read() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path extract = trial.extracts().resolve("placements.csv");
        byte[] whole = Files.readAllBytes(extract);
        LaunchedProcess run = trial.start();
        while (run.isRunning()) {
            Files.writeString(extract, "PLX,\n", StandardOpenOption.APPEND);
            Thread.sleep(5);
        }
        refused(run.await(), 1, "placements.csv changed while it was read. Wait until it is complete and run again.");
        trial.keptLastGoodPacks();
        Files.write(extract, whole);
        trial.recovers();
    }

    @ParameterizedTest(name = "{0} ms after it is read first")
    @ValueSource(ints = {0, 400, 1500})
    void should_say_which_extract_went_away(int millis) throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        Path extract = trial.extracts().resolve("placements.csv");
        byte[] whole = Files.readAllBytes(extract);
        // Disks that say when a file was read first after it was written do so if that seems to have been before.
        Files.setAttribute(extract, "lastAccessTime", FileTime.fromMillis(0));
        LaunchedProcess run = trial.start();
        while (run.isRunning() && lastRead(extract).toMillis() == 0) {
            Thread.sleep(5);
        }
        assertThat(run.isRunning()).as("this disk tells when a file was read").isTrue();
        Thread.sleep(millis);
        Files.delete(extract);
        LaunchedProcess.Ended ended = run.await();
        // If it was read to its end by then, nothing was lost.
        if (millis == 0 || ended.code() != 0) {
            refused(ended, 1, "placements.csv can't be read");
            trial.keptLastGoodPacks();
        }
        Files.write(extract, whole);
        trial.recovers();
    }

    private static FileTime lastRead(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "lastAccessTime");
    }

    @Test
    void should_write_the_same_whatever_the_clock_language_and_encoding_of_the_machine() throws Exception {
        FaultTrial trial = FaultTrial.in(folder);
        LaunchedProcess.Ended ended = LaunchedProcess.start(
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
        assertThat(ended.code()).as(ended.said()).isZero();
        trial.isWhole();
    }

    private static void refused(LaunchedProcess.Ended ended, int code, String... says) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(ended.said()).contains(says).doesNotContain("This is a bug").doesNotContain("\tat ");
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", words) + ": " + said).isZero();
    }

    /** The bytes of all files as a disk in memory keeps them. */
    private static long pages(Path root) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += (Files.size(file) + PAGE - 1) / PAGE * PAGE;
            }
        }
        return bytes;
    }

    /** An administrator may write anywhere; without that right, even one obeys the permissions of a folder. */
    private static String[] obedient() throws IOException, InterruptedException {
        boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return isRoot
                ? new String[] {
                    "setpriv",
                    "--inh-caps=-dac_override,-dac_read_search,-fowner",
                    "--bounding-set=-dac_override,-dac_read_search,-fowner"
                }
                : new String[0];
    }

    private static void permit(Path root, Set<PosixFilePermission> permissions) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(root)) {
            all = found.toList();
        }
        for (Path each : all) {
            Files.setPosixFilePermissions(each, permissions);
        }
    }
}
