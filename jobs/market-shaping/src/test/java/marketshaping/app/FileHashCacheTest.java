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
    void should_not_read_a_file_again_that_looks_as_it_did() throws IOException {
        Path file = file("one");
        String first = kept(LATER, file);

        assertThat(kept(LATER, file)).isEqualTo(first).isEqualTo(sha256(file));
        assertThat(kept(LATER, file)).isEqualTo(first);
        assertThat(read).containsExactly(file);
    }

    @Test
    void should_read_a_file_whose_bytes_were_replaced_by_as_many_though_its_time_was_set_back() throws Exception {
        Path file = file("one");
        FileTime written = Files.getLastModifiedTime(file);
        kept(LATER, file);

        Thread.sleep(20);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, written);

        assertThat(kept(LATER, file)).isEqualTo(sha256(file));
        assertThat(read).containsExactly(file, file);
    }

    @Test
    void should_read_another_file_of_the_same_name_size_and_time() throws IOException {
        Path file = file("one");
        kept(LATER, file);

        Path other = Files.writeString(lake.resolve("other"), "two");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);

        assertThat(kept(LATER, file)).isEqualTo(sha256(file));
    }

    @Test
    void should_not_trust_the_time_of_a_file_that_was_written_as_the_run_began() throws IOException {
        Path file = file("one");
        Instant started = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);
        kept(started, file);
        kept(started, file);

        assertThat(read).containsExactly(file, file);
        assertThat(lake.resolve(FileHashCache.NAME)).doesNotExist();
    }

    @Test
    void should_keep_nothing_of_files_that_never_reached_the_lake() throws IOException {
        Path file = file("one");
        known(LATER).sha256(file);
        known(LATER).sha256(file);

        assertThat(read).containsExactly(file, file);
    }

    @Test
    void should_read_what_a_mangled_list_speaks_of() throws IOException {
        Path file = file("one");
        String first = kept(LATER, file);
        Path list = lake.resolve(FileHashCache.NAME);

        Files.writeString(list, Files.readString(list).replace(first, "abc"));
        assertThat(kept(LATER, file)).isEqualTo(first);
        Files.write(list, "\u00e9\n\tno list".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(kept(LATER, file)).isEqualTo(first);
        assertThat(read).containsExactly(file, file, file);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(lake.resolve("postcodes.csv"), text);
    }

    /** The hash that a run of its own finds, which then keeps what it saw. */
    private String kept(Instant started, Path file) {
        FileHashCache known = known(started);
        String sha256 = known.sha256(file);
        known.keep();
        return sha256;
    }

    private FileHashCache known(Instant started) {
        return new FileHashCache(lake, started, 0, file -> {
            read.add(file);
            return sha256(file);
        });
    }

    private static String sha256(Path file) {
        return Fingerprint.of(file).sha256();
    }
}
