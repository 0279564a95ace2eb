package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import marketshaping.input.ingest.FileHashCache;
import marketshaping.input.source.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashCacheTest {
    private static final Instant LATER = Instant.now().plusSeconds(3600);

    @TempDir
    private Path lake;

    private final List<Path> read = new ArrayList<>();

    @Test
    void unchanged_file_is_read_once() throws IOException {
        Path file = file("one");
        String first = sha256InNewRun(LATER, file);

        assertThat(sha256InNewRun(LATER, file)).isEqualTo(first).isEqualTo(sha256(file));
        assertThat(sha256InNewRun(LATER, file)).isEqualTo(first);
        assertThat(read).containsExactly(file);
    }

    @Test
    void changed_file_with_restored_time_is_read_again() throws Exception {
        Path file = file("one");
        FileTime written = Files.getLastModifiedTime(file);
        sha256InNewRun(LATER, file);

        Thread.sleep(20);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, written);

        assertThat(sha256InNewRun(LATER, file)).isEqualTo(sha256(file));
        assertThat(read).containsExactly(file, file);
    }

    @Test
    void replaced_file_with_equal_size_and_time_is_read_again() throws IOException {
        Path file = file("one");
        sha256InNewRun(LATER, file);

        Path other = Files.writeString(lake.resolve("other"), "two");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);

        assertThat(sha256InNewRun(LATER, file)).isEqualTo(sha256(file));
    }

    @Test
    void file_written_as_the_run_starts_is_not_cached() throws IOException {
        Path file = file("one");
        Instant started = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);
        sha256InNewRun(started, file);
        sha256InNewRun(started, file);

        assertThat(read).containsExactly(file, file);
        assertThat(lake.resolve(FileHashCache.NAME)).doesNotExist();
    }

    @Test
    void file_that_is_not_ingested_is_not_cached() throws IOException {
        Path file = file("one");
        cache(LATER).sha256(file);
        cache(LATER).sha256(file);

        assertThat(read).containsExactly(file, file);
    }

    @Test
    void corrupt_cache_entries_are_ignored() throws IOException {
        Path file = file("one");
        String first = sha256InNewRun(LATER, file);
        Path cacheFile = lake.resolve(FileHashCache.NAME);

        Files.writeString(cacheFile, Files.readString(cacheFile).replace(first, "abc"));
        assertThat(sha256InNewRun(LATER, file)).isEqualTo(first);
        Files.write(cacheFile, "\u00e9\n\tnot a cache".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sha256InNewRun(LATER, file)).isEqualTo(first);
        assertThat(read).containsExactly(file, file, file);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(lake.resolve("postcodes.csv"), text);
    }

    /** Returns the file's hash from a separate run, which then saves its cache. */
    private String sha256InNewRun(Instant started, Path file) {
        FileHashCache cache = cache(started);
        String sha256 = cache.sha256(file);
        cache.save();
        return sha256;
    }

    private FileHashCache cache(Instant started) {
        return new FileHashCache(lake, started, 0, file -> {
            read.add(file);
            return sha256(file);
        });
    }

    private static String sha256(Path file) {
        return Fingerprint.of(file).sha256();
    }
}
