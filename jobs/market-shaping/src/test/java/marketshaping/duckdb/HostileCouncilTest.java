package marketshaping.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.PackProperties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product against the second engine where extracts are at their worst, on days at which periods turn, before all data
 * and after it; and the published tables of some against a careful reader. The first three councils by default;
 * {@code -Dcouncils=4-20} takes those from the fourth to the 20th.
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
            "2030-12-31",
            "2026-02-02",
            "2025-04-01",
            "2023-04-05",
            "2026-10-31",
            "2022-06-30",
            "2025-07-15",
            "2024-12-31",
            "2026-03-29",
            "2025-06-30");

    /** The search takes as long as the run: the published tables of so many councils are attacked, and then fewer. */
    private static final long ALL_UP_TO = 3;

    private static final long THEN_EVERY = 8;

    @TempDir
    private Path folder;

    static Stream<Arguments> councils() {
        String[] ends = System.getProperty("councils", "1-3").split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(i -> Arguments.of((long) i, LocalDate.parse(DAYS.get((i - 1) % DAYS.size()))));
    }

    @ParameterizedTest(name = "council {0} as at {1}")
    @MethodSource("councils")
    void should_agree_on_every_figure_of_a_hostile_council(long seed, LocalDate asAt) {
        HostileCouncil.write(folder.resolve("in"), seed);
        CommandCall done = CommandCall.run(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                asAt.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        Path pack = folder.resolve("packs").resolve(asAt.toString());
        ReferenceFactsTest.assertAgrees(folder.resolve("in"), pack.resolve("internal"), asAt);
        assertThat(PackProperties.brokenIn(pack, asAt)).isEmpty();
        if (seed <= ALL_UP_TO || seed % THEN_EVERY == 0) {
            assertThat(new KeptReleases(folder.resolve("lake")).recovered(asAt)).isEmpty();
        }
    }
}
