package marketshaping.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.input.source.Fingerprint;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.DeltaLogReader;
import marketshaping.testkit.SmallCouncil;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests damage to a file of the lake or to an extract. The error message names the table or extract, and the packs do
 * not change. The advice in the message fixes the damage.
 */
class DamagedLakeProof {
    @TempDir
    private static Path all;

    private static Path good;

    @TempDir
    private Path folder;

    /** The kind of damage to a file. */
    enum Damage {
        CUT_SHORT {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            }
        },
        GARBLED {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, (byte) '#');
                Files.write(file, bytes);
            }
        },
        DELETED {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @BeforeAll
    static void runOnce() throws IOException {
        good = all.resolve("good");
        SmallCouncil.withDefects().write(good.resolve("in"));
        CommandCall first = run(good, "2025-05-31");
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        FileUtils.copyDirectory(good.toFile(), folder.toFile());
    }

    @ParameterizedTest
    @EnumSource
    void table_with_damaged_data_is_named(Damage damage) throws IOException {
        DeltaLogReader table = table("contracts");
        damage(table.files(), damage);
        assertRefusedUntilFixed(table);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "GARBLED"})
    void table_with_damaged_log_is_named(Damage damage) throws IOException {
        DeltaLogReader table = table("contracts");
        damage(table.commits(), damage);
        assertRefusedUntilFixed(table);
    }

    /** Changes one bit of each commit, which its checksum file reveals. */
    @Test
    void table_with_changed_log_is_named() throws IOException {
        DeltaLogReader table = table("contracts");
        for (Path commit : table.commits()) {
            byte[] bytes = Files.readAllBytes(commit);
            bytes[bytes.length / 2] ^= 1;
            Files.write(commit, bytes);
        }
        assertRefusedUntilFixed(table);
    }

    /** Damages the files and deletes their checksum files, which would reveal the damage first. */
    private static void damage(List<Path> files, Damage damage) throws IOException {
        for (Path file : files) {
            damage.to(file);
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
    }

    @Test
    void truncated_extract_is_refused() throws IOException {
        Path extract = folder.resolve("in/placements.csv");
        byte[] original = Files.readAllBytes(extract);
        Files.write(extract, Arrays.copyOf(original, 350));
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(1);
        assertThat(done.err())
                .containsPattern("placements: \\d of the 3 keys in the lake are missing from this extract")
                .contains("The extract may have been cut short.");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(fingerprints(good.resolve("packs")));
        Files.write(extract, original);
        assertEndsAsUndisturbed();
    }

    /** Checks that runs are refused with the table's name until its folder is deleted, as the message advises. */
    private void assertRefusedUntilFixed(DeltaLogReader table) throws IOException {
        assertRefused(table);
        // A second run without the fix is refused with the same message.
        assertRefused(table);
        FileUtils.deleteDirectory(table.root().toFile());
        assertEndsAsUndisturbed();
    }

    private void assertRefused(DeltaLogReader table) throws IOException {
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(1);
        assertThat(done.err())
                .contains("The lake " + folder.resolve("lake") + " is damaged: " + table.name() + " can't be read (")
                .doesNotContain("This is a bug")
                .doesNotContain("\tat ");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(fingerprints(good.resolve("packs")));
    }

    private void assertEndsAsUndisturbed() throws IOException {
        CommandCall again = run(folder, "2025-06-30");
        assertThat(again.exitCode()).as(again.err()).isZero();
        Path undisturbed = all.resolve("undisturbed");
        if (!Files.exists(undisturbed)) {
            FileUtils.copyDirectory(good.toFile(), undisturbed.toFile());
            CommandCall done = run(undisturbed, "2025-06-30");
            assertThat(done.exitCode()).as(done.err()).isZero();
        }
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(fingerprints(undisturbed.resolve("packs")));
        for (DeltaLogReader table : DeltaLogReader.of(undisturbed.resolve("lake"))) {
            assertThat(table(table.name()).rows()).as(table.name()).isEqualTo(table.rows());
        }
    }

    private DeltaLogReader table(String name) {
        return new DeltaLogReader(folder.resolve("lake").resolve(name));
    }

    private static CommandCall run(Path home, String asAt) {
        return CommandCall.run(
                FaultTrial.arguments(home.resolve("lake"), home.resolve("packs"), home.resolve("in"), asAt)
                        .toArray(String[]::new));
    }

    private static Map<String, String> fingerprints(Path packs) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(packs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("manifest.json")) {
                    fingerprints.put(
                            packs.relativize(file).toString(),
                            Fingerprint.of(file).sha256());
                }
            }
        }
        return fingerprints;
    }
}
