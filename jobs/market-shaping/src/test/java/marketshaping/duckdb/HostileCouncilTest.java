package marketshaping.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.PackProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the product with the DuckDB reference on extracts full of defects. The as-at dates include period boundaries
 * and a date before all data. The test also runs a disclosure attack on the published tables.
 *
 * <p>Every build tests one council, which {@code -Dproof.seed=N} selects. The test of all councils is tagged {@code
 * proof}; {@code -Dcouncils=4-20} selects some of them.
 */
class HostileCouncilTest {
    private static final List<String> DAYS = List.of(
            "2025-03-31",
            "2026-02-15",
            "2025-10-26",
            "2024-02-29",
            "2025-12-31",
            "2026-04-01",
            "2025-03-30",
            "2025-02-28",
            "2026-07-31",
            "2001-01-31",
            "2026-11-28",
            "2026-02-02",
            "2025-04-01",
            "2023-04-05",
            "2026-10-31",
            "2022-06-30",
            "2025-07-15",
            "2024-12-31",
            "2026-03-29",
            "2025-06-30");

    @TempDir
    private Path folder;

    static Stream<Arguments> councils() {
        String[] ends = System.getProperty("councils", "1-" + DAYS.size()).split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(HostileCouncilTest::council);
    }

    static Stream<Arguments> seeded() {
        return Stream.of(council(1 + Math.floorMod(Integer.getInteger("proof.seed", 0), DAYS.size())));
    }

    private static Arguments council(int number) {
        return Arguments.of((long) number, LocalDate.parse(DAYS.get((number - 1) % DAYS.size())));
    }

    @ParameterizedTest(name = "council {0} as at {1}")
    @MethodSource("seeded")
    void one_hostile_council_agrees_with_the_reference(long seed, LocalDate asAt) {
        assertAgrees(seed, asAt);
    }

    @Tag("proof")
    @ParameterizedTest(name = "council {0} as at {1}")
    @MethodSource("councils")
    void every_hostile_council_agrees_with_the_reference(long seed, LocalDate asAt) {
        assertAgrees(seed, asAt);
    }

    /** Returns the columns in which many unusable cells would stop a run. */
    private static Stream<String> headlineColumns() {
        return Inputs.ALL.stream().flatMap(contract -> contract.fields().stream()
                .filter(field -> field.has(Field.Trait.HEADLINE))
                .map(field -> contract.input() + "." + field.name()));
    }

    private void assertAgrees(long seed, LocalDate asAt) {
        HostileCouncil.write(folder.resolve("in"), seed);
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                asAt.toString()));
        headlineColumns().forEach(column -> args.addAll(List.of("--accept", column + ":cells-emptied")));
        CommandCall done = CommandCall.run(args.toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path pack = folder.resolve("packs").resolve(asAt.toString());
        ReferenceFactsTest.assertAgrees(folder.resolve("in"), pack.resolve("internal"), asAt);
        assertThat(PackProperties.violations(pack, asAt)).isEmpty();
        assertThat(new StoredReleases(folder.resolve("lake")).recoveredCounts(asAt))
                .isEmpty();
    }
}
