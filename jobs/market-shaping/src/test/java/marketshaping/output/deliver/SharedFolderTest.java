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

/** Packs in a folder that others use too. */
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
    void should_take_files_with_their_permissions_and_leave_what_is_not_ours() throws IOException {
        Files.setPosixFilePermissions(files.get(2), PosixFilePermissions.fromString("rw-------"));
        Path ours = Files.createDirectories(share.resolve("2025-06-30"));
        Files.writeString(ours.resolve("minutes.txt"), "of a meeting");

        assertThat(take()).isTrue();
        assertThat(held())
                .containsExactly(
                        "a.xlsx: first", "internal/b.csv: first", "minutes.txt: of a meeting", "z.xlsx: first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours.resolve("z.xlsx"))))
                .isEqualTo("rw-------");
    }

    @Test
    void should_take_only_what_changed_or_was_lost() throws IOException {
        take();
        assertThat(take()).isFalse();

        Files.delete(share.resolve("2025-06-30/a.xlsx"));
        assertThat(take()).isTrue();
        Files.writeString(files.get(1), "second");
        assertThat(take()).isTrue();
        assertThat(held()).containsExactly("a.xlsx: first", "internal/b.csv: second", "z.xlsx: first");
    }

    @Test
    void should_put_back_what_it_moved_where_a_later_file_can_not_be() throws IOException {
        take();
        write("second");
        Path inTheWay = share.resolve("2025-06-30/z.xlsx");
        Files.delete(inTheWay);
        Files.createDirectories(inTheWay.resolve("somebody's"));

        assertThatThrownBy(this::take)
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("The packs are in %s, but were not delivered to %s"
                        .formatted(packs, share.resolve("2025-06-30")))
                .hasMessageContaining("What was delivered there before is as it was");
        assertThat(held()).containsExactly("a.xlsx: first", "internal/b.csv: first");
    }

    @Test
    void should_leave_nothing_behind_where_nothing_was_before() throws IOException {
        Files.createDirectories(share.resolve("2025-06-30/z.xlsx/somebody's"));

        assertThatThrownBy(this::take).isInstanceOf(UserProblem.class);
        assertThat(held()).isEmpty();
        assertThat(share.resolve("2025-06-30/internal")).doesNotExist();
    }

    @Test
    void should_clear_away_what_a_killed_run_left() throws IOException {
        Path left = Files.createDirectories(share.resolve(".2025-06-30.arriving/fresh"));
        Files.writeString(left.resolve("z.xlsx"), "half");

        assertThat(take()).isTrue();
        assertThat(held()).contains("z.xlsx: first");
    }

    @Test
    void should_not_make_a_share_that_is_not_there() {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> new SharedFolder(gone, AS_AT).take(packs, files))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("there is no folder " + gone);
        assertThat(gone).doesNotExist();
    }

    private boolean take() {
        return new SharedFolder(share, AS_AT).take(packs, files);
    }

    private void write(String text) throws IOException {
        for (Path file : files) {
            Files.writeString(file, text);
        }
    }

    /** All that lies in the share's folder of the date, and nothing may lie beside it. */
    private List<String> held() throws IOException {
        try (Stream<Path> beside = Files.list(share)) {
            assertThat(beside).containsExactly(share.resolve("2025-06-30"));
        }
        try (Stream<Path> all = Files.walk(share.resolve("2025-06-30"))) {
            List<String> held = new java.util.ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                held.add(share.resolve("2025-06-30").relativize(file) + ": " + Files.readString(file));
            }
            return held;
        }
    }
}
