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
 * Something else spoils a file that the lake is made of, or an extract: the message names it, the packs stay, and what the
 * message advises puts it right.
 */
class DamagedLakeProof {
    @TempDir
    private static Path all;

    private static Path good;

    @TempDir
    private Path folder;

    /** What becomes of the bytes of a file. */
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
        GONE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @BeforeAll
    static void run_once() throws IOException {
        good = all.resolve("good");
        SmallCouncil.dirty().write(good.resolve("in"));
        CommandCall first = run(good, "2025-05-31");
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        FileUtils.copyDirectory(good.toFile(), folder.toFile());
    }

    @ParameterizedTest
    @EnumSource
    void should_name_the_table_whose_data_is_damaged(Damage damage) throws IOException {
        DeltaLogReader table = table("contracts");
        damage(table.files(), damage);
        refusedAndMended(table);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "GARBLED"})
    void should_name_the_table_whose_log_is_damaged(Damage damage) throws IOException {
        DeltaLogReader table = table("contracts");
        damage(table.commits(), damage);
        refusedAndMended(table);
    }

    /** What is written beside a commit tells that it is not what it was. */
    @Test
    void should_name_the_table_whose_log_is_not_what_was_written() throws IOException {
        DeltaLogReader table = table("contracts");
        for (Path commit : table.commits()) {
            byte[] bytes = Files.readAllBytes(commit);
            bytes[bytes.length / 2] ^= 1;
            Files.write(commit, bytes);
        }
        refusedAndMended(table);
    }

    /** What was written beside a file to tell that it is damaged would be found first. */
    private static void damage(List<Path> files, Damage damage) throws IOException {
        for (Path file : files) {
            damage.to(file);
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
    }

    @Test
    void should_refuse_an_extract_that_was_cut_short() throws IOException {
        Path extract = folder.resolve("in/placements.csv");
        byte[] whole = Files.readAllBytes(extract);
        Files.write(extract, Arrays.copyOf(whole, 350));
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(1);
        assertThat(done.err())
                .containsPattern("placements: \\d of the 3 keys in the lake are not in this extract")
                .contains("It may have been cut short.");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(fingerprints(good.resolve("packs")));
        Files.write(extract, whole);
        endsAsUndisturbed();
    }

    /** Refused by its name, and mended as the message advises: by deleting the table's folder. */
    private void refusedAndMended(DeltaLogReader table) throws IOException {
        refused(table);
        // Whoever does not heed it is told the same again.
        refused(table);
        FileUtils.deleteDirectory(table.root().toFile());
        endsAsUndisturbed();
    }

    private void refused(DeltaLogReader table) throws IOException {
        CommandCall done = run(folder, "2025-06-30");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(1);
        assertThat(done.err())
                .contains("The lake " + folder.resolve("lake") + " is damaged: " + table.name() + " can't be read (")
                .doesNotContain("This is a bug")
                .doesNotContain("\tat ");
        assertThat(fingerprints(folder.resolve("packs"))).isEqualTo(fingerprints(good.resolve("packs")));
    }

    private void endsAsUndisturbed() throws IOException {
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
