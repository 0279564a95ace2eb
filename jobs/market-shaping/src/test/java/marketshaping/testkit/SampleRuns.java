package marketshaping.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Real runs of the committed sample council. Each run takes place once, for all tests. The first run ingests the
 * extracts into a new lake; the others write packs for other dates from that lake.
 */
public final class SampleRuns {
    public static final Path INPUTS = Home.DATA.resolve("sample");

    private static final Path ROOT = newFolder();
    private static final Map<LocalDate, Path> PACKS = new ConcurrentHashMap<>();

    private SampleRuns() {}

    /** Returns the folder of the sample's packs for a date. */
    public static synchronized Path packs(LocalDate asAt) {
        return PACKS.computeIfAbsent(asAt, date -> {
            CommandCall done = CommandCall.run(
                    PACKS.isEmpty() ? "run" : "pack",
                    "--sample",
                    "--lake",
                    lake().toString(),
                    "--packs",
                    ROOT.resolve("packs").toString(),
                    "--as-at",
                    date.toString());
            assertThat(done.exitCode()).as(done.err()).isZero();
            return ROOT.resolve("packs").resolve(date.toString());
        });
    }

    /** Returns the lake from which all these packs were written. */
    public static Path lake() {
        return ROOT.resolve("lake");
    }

    private static Path newFolder() {
        try {
            Path target = Home.TARGET;
            return Files.createTempDirectory(Files.createDirectories(target), "sample-runs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
