package marketshaping.output.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery of packs to a folder that other people also use. */
class SharedFolderTest {
    private static final LocalDate AS_AT = LocalDate.of(2025, 6, 30);

    @TempDir
    private Path folder;

    private Path packs;
    private Path share;
    private List<Path> files;

    @BeforeEach
    void writePacks() throws IOException {
        packs = Files.createDirectories(folder.resolve("packs"));
        share = Files.createDirectories(folder.resolve("share"));
        Files.createDirectories(packs.resolve("internal"));
        files = Stream.of("a.xlsx", "internal/b.csv", "z.xlsx")
                .map(packs::resolve)
                .toList();
        write("first");
    }

    @Test
    void files_keep_permissions_and_other_files_stay() throws IOException {
        Files.setPosixFilePermissions(files.get(2), PosixFilePermissions.fromString("rw-------"));
        Path dated = Files.createDirectories(share.resolve("2025-06-30"));
        Files.writeString(dated.resolve("minutes.txt"), "of a meeting");

        assertThat(deliver()).isTrue();
        assertThat(deliveredFiles())
                .containsExactly(
                        "a.xlsx: first", "internal/b.csv: first", "minutes.txt: of a meeting", "z.xlsx: first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dated.resolve("z.xlsx"))))
                .isEqualTo("rw-------");
    }

    @Test
    void only_changed_or_missing_files_are_delivered() throws IOException {
        deliver();
        assertThat(deliver()).isFalse();

        Files.delete(share.resolve("2025-06-30/a.xlsx"));
        assertThat(deliver()).isTrue();
        Files.writeString(files.get(1), "second");
        assertThat(deliver()).isTrue();
        assertThat(deliveredFiles()).containsExactly("a.xlsx: first", "internal/b.csv: second", "z.xlsx: first");
    }

    @Test
    void failed_delivery_restores_the_files_it_moved() throws IOException {
        deliver();
        write("second");
        Path blocked = share.resolve("2025-06-30/z.xlsx");
        Files.delete(blocked);
        Files.createDirectories(blocked.resolve("somebody's"));

        assertThatThrownBy(this::deliver)
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("The packs are in %s, but were not delivered to %s"
                        .formatted(packs, share.resolve("2025-06-30")))
                .hasMessageContaining("Packs that were delivered to this folder earlier are unchanged");
        assertThat(deliveredFiles()).containsExactly("a.xlsx: first", "internal/b.csv: first");
    }

    @Test
    void failed_first_delivery_leaves_no_files() throws IOException {
        Files.createDirectories(share.resolve("2025-06-30/z.xlsx/somebody's"));

        assertThatThrownBy(this::deliver).isInstanceOf(UserProblem.class);
        assertThat(deliveredFiles()).isEmpty();
        assertThat(share.resolve("2025-06-30/internal")).doesNotExist();
    }

    @Test
    void partial_files_of_a_killed_run_are_deleted() throws IOException {
        Path partial = Files.createDirectories(share.resolve(".2025-06-30.arriving/fresh"));
        Files.writeString(partial.resolve("z.xlsx"), "half");

        assertThat(deliver()).isTrue();
        assertThat(deliveredFiles()).contains("z.xlsx: first");
    }

    @Test
    void missing_share_is_not_created() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> new SharedFolder(gone, AS_AT).deliver(packs, files))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("the folder " + gone + " does not exist");
        assertThat(gone).doesNotExist();
    }

    private boolean deliver() {
        return new SharedFolder(share, AS_AT).deliver(packs, files);
    }

    private void write(String text) throws IOException {
        for (Path file : files) {
            Files.writeString(file, text);
        }
    }

    /** Returns each file of the dated folder with its content. The share must contain no other entry. */
    private List<String> deliveredFiles() throws IOException {
        try (Stream<Path> entries = Files.list(share)) {
            assertThat(entries).containsExactly(share.resolve("2025-06-30"));
        }
        try (Stream<Path> all = Files.walk(share.resolve("2025-06-30"))) {
            List<String> delivered = new java.util.ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                delivered.add(share.resolve("2025-06-30").relativize(file) + ": " + Files.readString(file));
            }
            return delivered;
        }
    }
}
