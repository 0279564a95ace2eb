package marketshaping.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that users call, with a Java that only says what it was called with. */
class LauncherTest {
    private static final String THOROUGH = "-XX:+UseParallelGC";
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    private Path input;
    private Path lake;

    @BeforeEach
    void install() throws IOException {
        Path launcher = folder.resolve("home/jobs/bin/market-shaping");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("bin/market-shaping"), launcher);
        Files.createDirectories(folder.resolve("home/jobs/target"));
        Files.createFile(folder.resolve("home/jobs/target/market-shaping.jar"));
        Path java = folder.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        // A council that keeps its files behind a link, in folders with blanks in their names.
        Path share = Files.createDirectories(folder.resolve("the share"));
        Files.createSymbolicLink(folder.resolve("link"), share);
        input = Files.createDirectories(folder.resolve("link").resolve("in put"));
        lake = Files.createDirectories(folder.resolve("la ke"));
    }

    @Test
    void should_set_java_up_for_a_quick_start_where_there_is_little_to_read() throws Exception {
        write("placements.csv", 1);

        // What it says goes into a pipe here, where nobody sees a line that is rewritten.
        assertThat(options()).contains(QUICK, "-Dmarket-shaping.terminal=false").doesNotContain(THOROUGH);
    }

    @Test
    void should_set_java_up_for_work_where_a_country_is_new_and_not_once_the_lake_holds_it() throws Exception {
        write("placements.csv", 1);
        write("postcodes.csv", 70);
        assertThat(options()).contains(THOROUGH).doesNotContain(QUICK);

        ingested("postcodes.csv");
        assertThat(options()).contains(QUICK).doesNotContain(THOROUGH);
        assertThat(options("run", "--input=" + input, "--lake=" + lake)).contains(QUICK);
        Path otherLake = folder.resolve("other lake");
        assertThat(options("run", "--input", input.toString(), "--lake", otherLake.toString()))
                .contains(THOROUGH);
    }

    @Test
    void should_set_java_up_for_work_where_what_the_lake_holds_is_read_again() throws Exception {
        write("postcodes.csv", 70);
        ingested("postcodes.csv");
        assertThat(options("ingest", "--input=" + input, "--lake=" + lake)).contains(QUICK);
        assertThat(options("check", "--input=" + input, "--lake=" + lake)).contains(THOROUGH);

        Instant later = Instant.now().plusSeconds(60);
        Files.setLastModifiedTime(input.resolve("postcodes.csv"), FileTime.from(later));
        assertThat(options()).contains(THOROUGH);

        ingested("postcodes.csv");
        Files.setLastModifiedTime(lake.resolve(KnownFiles.NAME), FileTime.from(later));
        assertThat(options()).contains(QUICK);
        Path jar = folder.resolve("home/jobs/target/market-shaping.jar");
        Files.setLastModifiedTime(jar, FileTime.from(later.plusSeconds(1)));
        assertThat(options()).contains(THOROUGH);
    }

    @Test
    void should_set_java_up_for_work_where_a_file_of_a_country_is_new_in_a_folder_of_them() throws Exception {
        Files.createDirectory(input.resolve("postcodes"));
        write("postcodes/north.csv", 40);
        write("postcodes/south.csv", 70);
        ingested("postcodes/north.csv");
        assertThat(options()).contains(THOROUGH);

        ingested("postcodes/north.csv", "postcodes/south.csv");
        assertThat(options()).contains(QUICK);
    }

    @Test
    void should_set_java_up_for_work_for_a_region_however_well_the_lake_knows_it() throws Exception {
        write("placements.csv", 70);
        ingested("placements.csv");

        assertThat(options()).contains(THOROUGH).doesNotContain(QUICK);
    }

    @Test
    void should_set_java_up_for_work_where_what_is_compressed_is_much() throws Exception {
        write("placements.csv.gz", 5);
        write("postcodes.csv.gz", 10);
        assertThat(options()).contains(QUICK);

        write("placements.csv.gz", 12);
        assertThat(options()).contains(THOROUGH);
    }

    @Test
    void should_set_java_up_by_what_a_lake_holds_now_where_only_that_is_read() throws Exception {
        Path log = Files.createDirectories(lake.resolve("visits/_delta_log"));
        Files.writeString(log.resolve("00000000000000000008.json"), added("of-8", 40 << 20));
        assertThat(options("pack", "--lake", lake.toString())).contains(THOROUGH);

        Files.writeString(log.resolve("00000000000000000009.json"), added("of-9", 10 << 20) + added("more", 10 << 20));
        assertThat(options("pack", "--lake", lake.toString())).contains(QUICK);
        Files.createDirectories(lake.resolve("payments/_delta_log"));
        Files.writeString(lake.resolve("payments/_delta_log/00000000000000000000.json"), added("of-0", 5 << 20));
        assertThat(options("backfill", "--lake=" + lake)).contains(THOROUGH);
    }

    private static String added(String name, long bytes) {
        return "{\"add\":{\"path\":\"%s.parquet\",\"partitionValues\":{},\"size\":%d}}\n".formatted(name, bytes);
    }

    private void write(String name, int megabytes) throws IOException {
        byte[] bytes = new byte[megabytes << 20];
        // What is not random may take no room on the disk.
        new Random(1).nextBytes(bytes);
        Files.write(input.resolve(name), bytes);
    }

    /** What a run leaves in the lake that began well after the files were written. */
    private void ingested(String... names) {
        KnownFiles known = new KnownFiles(lake, Instant.now().plusSeconds(3600));
        for (String name : names) {
            known.sha256(input.resolve(name));
        }
        known.keep();
    }

    private List<String> options() throws Exception {
        return options("run", "--input", input.toString(), "--lake", lake.toString());
    }

    private List<String> options(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("home/jobs/bin/market-shaping").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
