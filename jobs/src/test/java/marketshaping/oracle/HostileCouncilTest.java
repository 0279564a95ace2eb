package marketshaping.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import marketshaping.testkit.CommandLine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product against the second engine where extracts are at their worst, on days at which periods turn. */
class HostileCouncilTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "council {0} as at {1}")
    @CsvSource({"1, 2025-02-28", "2, 2025-03-31", "7, 2026-02-15"})
    void should_agree_on_every_figure_of_a_hostile_council(long seed, LocalDate asAt) {
        HostileCouncil.write(folder.resolve("in"), seed);
        CommandLine done = CommandLine.run(
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
        OracleTest.assertAgrees(folder.resolve("in"), folder.resolve("packs/" + asAt + "/internal"), asAt);
    }
}
