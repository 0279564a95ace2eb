package marketshaping.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketshaping.lake.Note.FileCount;
import marketshaping.sample.SampleCouncil;
import marketshaping.testkit.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the engine is set up says how fast the answers come, and nothing of the answers. Whole runs, which take minutes, so
 * that they are asked for by {@code -Dtest=SizesCheck}.
 */
class SizesCheck {
    @TempDir
    private Path folder;

    @Test
    void should_make_the_same_tables_of_a_council_by_the_way_for_little_and_by_that_for_much() throws IOException {
        Path inputs = folder.resolve("in");
        SampleCouncil.of(60, 3).writeTo(inputs);
        Map<String, String> little = tables(inputs, "little");
        makeMuch(inputs);
        assertThat(tables(inputs, "much")).hasSizeGreaterThan(40).isEqualTo(little);
    }

    @Test
    void should_make_the_same_of_odd_rows_by_both_ways() throws IOException {
        Path inputs = folder.resolve("in");
        DefectsTest.writeReadable(inputs);
        assertThat(Size.of(inputs)).isEqualTo(Size.SMALL);
        IngestedRows little = ingested(inputs, "little");
        makeMuch(inputs);
        IngestedRows much = ingested(inputs, "much");
        assertThat(much.tables()).isEqualTo(little.tables());
        assertThat(much.quarantine()).isNotEmpty().isEqualTo(little.quarantine());
        assertThat(counts(much)).isEqualTo(counts(little));
    }

    private static void makeMuch(Path inputs) throws IOException {
        // No input: it only makes the folder as large as a region's.
        SizeTest.fill(inputs.resolve("notes.txt"));
        assertThat(Size.of(inputs)).isEqualTo(Size.LARGE);
    }

    private IngestedRows ingested(Path inputs, String name) throws IOException {
        Path lake = folder.resolve(name);
        CommandLine done =
                CommandLine.run("ingest", "--sample", "--input", inputs.toString(), "--lake", lake.toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        return IngestedRows.of(lake, DefectsTest.READ);
    }

    private static List<List<FileCount>> counts(IngestedRows ingested) {
        return DefectsTest.READ.stream()
                .map(input -> ingested.notes().get(input).files())
                .toList();
    }

    /** Every table of every pack, by its file. */
    private Map<String, String> tables(Path inputs, String name) throws IOException {
        Path packs = folder.resolve(name).resolve("packs");
        CommandLine done = CommandLine.run(
                "run",
                "--sample",
                "--input",
                inputs.toString(),
                "--lake",
                folder.resolve(name).resolve("lake").toString(),
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
