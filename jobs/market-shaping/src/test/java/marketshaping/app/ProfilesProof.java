package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the execution profile never changes the result of a run. Takes minutes: part {@code profiles} of
 * {@code jobs/bin/proof}.
 */
class ProfilesProof {
    @TempDir
    private Path folder;

    @Test
    void region_profile_writes_the_same_tables() throws IOException {
        Path inputs = folder.resolve("in");
        SampleCouncil.of(60, 3).writeTo(inputs);
        Map<String, String> council = tables(inputs, "council");
        assertThat(tables(inputs, "region")).hasSizeGreaterThan(40).isEqualTo(council);
    }

    @Test
    void region_profile_validates_defective_rows_the_same() throws IOException {
        Path inputs = folder.resolve("in");
        DefectsTest.writeReadable(inputs);
        IngestedRows council = ingested(inputs, "council");
        IngestedRows region = ingested(inputs, "region");
        assertThat(region.tables()).isEqualTo(council.tables());
        assertThat(region.quarantine()).isNotEmpty().isEqualTo(council.quarantine());
        assertThat(counts(region)).isEqualTo(counts(council));
    }

    private IngestedRows ingested(Path inputs, String profile) throws IOException {
        Path lake = folder.resolve(profile);
        CommandCall done = CommandCall.run(
                "ingest",
                "--sample",
                "--absent",
                "placements.end_date",
                "--profile",
                profile,
                "--input",
                inputs.toString(),
                "--lake",
                lake.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        return IngestedRows.of(lake, DefectsTest.INPUTS);
    }

    private static List<List<FileCount>> counts(IngestedRows ingested) {
        return DefectsTest.INPUTS.stream()
                .map(input -> ingested.notes().get(input).files())
                .toList();
    }

    /** Returns the text of every table of every pack, by path. */
    private Map<String, String> tables(Path inputs, String profile) throws IOException {
        Path packs = folder.resolve(profile).resolve("packs");
        CommandCall done = CommandCall.run(
                "run",
                "--sample",
                "--profile",
                profile,
                "--input",
                inputs.toString(),
                "--lake",
                folder.resolve(profile).resolve("lake").toString(),
                "--packs",
                packs.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(packs)) {
            files.filter(file -> file.toString().endsWith(".csv"))
                    .forEach(file -> tables.put(packs.relativize(file).toString(), text(file)));
        }
        return tables;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
