package marketshaping.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCouncilTest {
    private static final int NONE = -1;
    private static final Path COMMITTED = Path.of("../../data/sample");
    private static final List<String> INPUTS = List.of(
            "placements",
            "contracts",
            "brokering",
            "brokering_pauses",
            "framework_memberships",
            "framework_lots",
            "visits",
            "client_level_data",
            "postcodes",
            "providers",
            "payments");

    @TempDir
    private Path folder;

    @Test
    void committed_sample_is_reproduced() throws IOException {
        if (Boolean.getBoolean("sample.rewrite")) {
            SampleCouncil.of(4000, 1).writeCompressedTo(COMMITTED);
        }
        SampleCouncil.of(4000, 1).writeTo(folder);
        for (String input : INPUTS) {
            assertThat(difference(folder.resolve(input + ".csv"), COMMITTED.resolve(input + ".csv.gz")))
                    .as("First different byte in %s. To accept the change, run with -Dsample.rewrite=true", input)
                    .isEqualTo(NONE);
        }
        assertThat(folder.resolve("README.txt")).hasSameTextualContentAs(COMMITTED.resolve("README.txt"));
    }

    @Test
    void same_seed_gives_same_bytes() throws IOException {
        SampleCouncil.of(300, 7).writeCompressedTo(folder.resolve("one"));
        SampleCouncil.of(300, 7).writeCompressedTo(folder.resolve("other"));
        for (String input : INPUTS) {
            assertThat(folder.resolve("one").resolve(input + ".csv.gz"))
                    .hasSameBinaryContentAs(folder.resolve("other").resolve(input + ".csv.gz"));
        }
    }

    @Test
    void different_seed_gives_different_files() throws IOException {
        SampleCouncil.of(300, 7).writeTo(folder.resolve("one"));
        SampleCouncil.of(300, 8).writeTo(folder.resolve("other"));
        for (String input : List.of(
                "placements",
                "contracts",
                "brokering",
                "visits",
                "client_level_data",
                "postcodes",
                "providers",
                "payments")) {
            Path one = folder.resolve("one").resolve(input + ".csv");
            assertThat(difference(one, folder.resolve("other").resolve(input + ".csv")))
                    .as(input)
                    .isNotEqualTo(NONE);
        }
    }

    @Test
    void compressed_files_have_same_content_as_plain_ones() throws IOException {
        SampleCouncil.of(300, 7).writeTo(folder);
        SampleCouncil.of(300, 7).writeCompressedTo(folder);
        for (String input : INPUTS) {
            assertThat(difference(folder.resolve(input + ".csv"), folder.resolve(input + ".csv.gz")))
                    .as(input)
                    .isEqualTo(NONE);
        }
    }

    @Test
    void council_of_twelve_people_has_no_defective_rows() throws IOException {
        SampleCouncil.of(12, 1).writeTo(folder);
        List<String> placements = Files.readAllLines(folder.resolve("placements.csv"));
        assertThat(placements.size()).isBetween(15, 60);
        assertThat(placements).doesNotHaveDuplicates();
        assertThat(activeLongTerm(placements, "2026-10-31")).isEqualTo(12);
        assertThat(placements.subList(1, placements.size()))
                .allMatch(line -> line.matches("PL\\d{6},P\\d{6},.*"), "a reference and a person");
    }

    @Test
    void published_figures_are_met_in_proportion_at_any_size() throws IOException {
        for (int people : new int[] {1000, 4000, 8000}) {
            SampleCouncil.of(people, 3).writeTo(folder);
            List<String> placements = Files.readAllLines(folder.resolve("placements.csv"));
            assertThat(activeLongTerm(placements, "2024-03-31")).isEqualTo(Math.round(3635 * people / 4000.0));
            assertThat(activeLongTerm(placements, "2025-03-31")).isEqualTo(Math.round(3811 * people / 4000.0));
        }
    }

    @Test
    void extracts_contain_defective_rows_blank_row_and_total() throws IOException {
        SampleCouncil.of(4000, 1).writeTo(folder);
        List<String> placements = Files.readAllLines(folder.resolve("placements.csv"));
        assertThat(placements).filteredOn(line -> line.startsWith("PLX")).hasSize(10);
        assertThat(placements).contains(",".repeat(17));
        assertThat(placements.get(placements.size() - 1)).matches(",{8}Total,{5}\\d+\\.\\d\\d,{4}");
        assertThat(Files.readAllLines(folder.resolve("brokering.csv")))
                .filteredOn(line -> line.startsWith("BCX"))
                .hasSize(7);
        assertThat(Files.readAllLines(folder.resolve("contracts.csv")))
                .filteredOn(line -> line.startsWith("SPX"))
                .hasSize(3);
        List<String> payments = Files.readAllLines(folder.resolve("payments.csv"));
        assertThat(payments).filteredOn(line -> line.startsWith("PYX")).hasSize(5);
        assertThat(payments.get(payments.size() - 1)).matches(",{3}Total,\\d+\\.\\d\\d,{4}");
    }

    @Test
    void payments_include_other_suppliers_and_unclassified_rows() throws IOException {
        SampleCouncil.of(1000, 5).writeTo(folder);
        Set<String> suppliers = new TreeSet<>(column("payments", "PY\\d+", 2));
        suppliers.removeAll(column("placements", "PL\\d+", 7));
        assertThat(suppliers).containsExactly("900001", "900002", "900003");
        List<String> settings = column("payments", "PY\\d+", 7);
        assertThat((double) Collections.frequency(settings, "") / settings.size())
                .isBetween(0.04, 0.09);
    }

    @Test
    void large_council_has_expected_row_counts() throws IOException {
        SampleCouncil.of(40_000, 1).writeTo(folder);
        assertThat(rows("placements")).isBetween(90_000L, 120_000L);
        assertThat(rows("brokering")).isBetween(38_000L, 48_000L);
        assertThat(rows("visits")).isBetween(90_000L, 140_000L);
    }

    @Test
    void council_without_people_is_rejected() {
        assertThatThrownBy(() -> SampleCouncil.of(0, 1)).hasMessageContaining("at least one person");
    }

    /** Counts the people with a line of long-term support that is active on a day; dates compare as text. */
    private static long activeLongTerm(List<String> placements, String day) {
        return placements.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cell -> cell[0].matches("PL\\d+"))
                .filter(cell -> !cell[4].equals("Respite") && !cell[4].equals("Other"))
                .filter(cell -> cell[5].compareTo(day) <= 0 && (cell[6].isEmpty() || cell[6].compareTo(day) >= 0))
                .map(cell -> cell[1])
                .distinct()
                .count();
    }

    /** Returns one cell of each row whose reference matches a pattern. */
    private List<String> column(String input, String reference, int cell) throws IOException {
        return Files.readAllLines(folder.resolve(input + ".csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].matches(reference))
                .map(cells -> cells[cell])
                .toList();
    }

    private long rows(String input) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(input + ".csv"))) {
            return lines.count() - 1;
        }
    }

    /** Returns the position of the first different byte, decompressed, or {@link #NONE}. */
    private static int difference(Path one, Path other) throws IOException {
        return Arrays.mismatch(decompressed(one), decompressed(other));
    }

    private static byte[] decompressed(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return content.readAllBytes();
        }
    }
}
