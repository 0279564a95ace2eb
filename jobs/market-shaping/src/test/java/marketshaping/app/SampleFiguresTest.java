package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import marketshaping.duckdb.ReferenceFactsTest;
import marketshaping.duckdb.StoredReleases;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.PackProperties;
import marketshaping.testkit.SampleRuns;
import marketshaping.testkit.WorkbookComparison;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the sample council has the figures that Hackney and its inspector published. */
class SampleFiguresTest {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 31);

    @ParameterizedTest
    @CsvSource({
        "Mean days to source residential care, 14",
        "Mean days to source nursing care, 18",
        "Mean days to source supported living, 32",
    })
    void published_figure_of_july_is_reproduced(String figure, BigDecimal published) {
        assertReproduced(figure, published, JULY);
    }

    @Tag("proof")
    @ParameterizedTest(name = "{0} as at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "People in care homes | 561 | 2024-03-31",
                "People in long-term support | 3635 | 2024-03-31",
                "Residential care for learning disability: outside London | 58 | 2024-06-30",
                "People placed out of borough | 436 | 2025-02-28",
                "Placements out of borough started in the last 12 months | 107 | 2025-02-28",
                "People out of borough seen in the last 12 months | 61 | 2025-02-28",
                "People in care homes | 593 | 2025-03-31",
                "People in long-term support | 3811 | 2025-03-31",
                "People in long-term support with a direct payment | 15.9 | 2025-03-31",
                "Spot supported living for mental health: out of borough | 52 | 2025-06-30",
                "Spot supported living for mental health: outside London | 26 | 2025-06-30",
            })
    void published_figure_of_another_date_is_reproduced(String figure, BigDecimal published, LocalDate asAt) {
        assertReproduced(figure, published, asAt);
    }

    /** Compares a measured figure with the published one, rounded as that is. */
    private static void assertReproduced(String figure, BigDecimal published, LocalDate asAt) {
        String measured = CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "baselines")
                .cell("measured", "figure=" + figure, "published_as_at=" + asAt);
        assertThat(new BigDecimal(measured).setScale(published.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    @Test
    void median_home_care_case_is_sourced_within_two_days() {
        String median = CsvTable.read(SampleRuns.packs(JULY).resolve("internal"), "brokering_times")
                .cell("median_days", "period=Last 12 months", "setting=Home care", "source=All");
        assertThat(new BigDecimal(median)).isLessThanOrEqualTo(new BigDecimal(2));
    }

    @Tag("proof")
    @Test
    void people_behind_the_58_percent_are_67() {
        LocalDate asAt = LocalDate.of(2024, 6, 30);
        String outside = CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "oob_stock")
                .cell(
                        "outside_region",
                        "setting=Residential care",
                        "need_group=Learning disability",
                        "age_band=All",
                        "purchase_route=All");
        assertThat(outside).isEqualTo("67");
    }

    @Test
    void listed_tables_begin_with_their_listed_columns() throws IOException {
        Path internal = SampleRuns.packs(JULY).resolve("internal");
        try (InputStream tables = SampleFiguresTest.class.getResourceAsStream("/tables-of-a-pack.txt")) {
            for (String line : new String(tables.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split(": ");
                CsvTable table = CsvTable.read(internal, parts[0]);
                assertThat(table.header()).as(parts[0]).startsWith(parts[1].split(", "));
                assertThat(table.rows()).as(parts[0]).isNotEmpty();
            }
        }
    }

    @Test
    void sample_pack_has_the_properties_of_any_pack() {
        assertThat(PackProperties.violations(SampleRuns.packs(JULY), JULY)).isEmpty();
    }

    @Test
    void disclosure_attack_on_one_pack_recovers_nothing() {
        SampleRuns.packs(JULY);
        assertThat(new StoredReleases(SampleRuns.lake()).recoveredCounts(JULY)).isEmpty();
    }

    /**
     * A later pack can't hide what an earlier pack published. The total of these five cells was in June's pack, and
     * five suppressed cells that add up to 5 are 1 each.
     */
    @Tag("proof")
    @Test
    void disclosure_attack_on_two_packs_recovers_known_cells_only() {
        LocalDate before = LocalDate.of(2025, 6, 30);
        SampleRuns.packs(before);
        SampleRuns.packs(JULY);
        assertThat(new StoredReleases(SampleRuns.lake()).recoveredCounts(before, JULY))
                .isSubsetOf(
                        "2025-07-31 oob_reasons No local capacity|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Not recorded|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Person or family choice|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Specialist need|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Urgent or hospital discharge|Shared Lives placements_year_before is 1");
    }

    @ParameterizedTest
    @CsvSource({"commissioning-pack,internal", "market-position-pack,published"})
    void workbook_cells_equal_the_numbers_of_the_tables(String pack, String tables) throws IOException {
        Path packs = SampleRuns.packs(JULY);
        assertThat(WorkbookComparison.differences(
                        packs.resolve(pack + "-2025-07-31.xlsx"), packs.resolve(tables), 2000))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "in_and_out_of_area,oob_stock",
        "host_areas,oob_hosts",
        "fee_bands,price",
        "days_to_placement,brokering_times",
        "places_by_route,spend_commitment"
    })
    void freedom_of_information_rows_are_published_rows(String answer, String source) throws IOException {
        Path packs = SampleRuns.packs(JULY);
        CsvTable answers = CsvTable.read(packs.resolve("freedom-of-information"), answer);
        List<Map<String, String>> published =
                CsvTable.read(packs.resolve("published"), source).rows();
        assertThat(answers.rows()).isNotEmpty().allMatch(row -> published.stream()
                .anyMatch(one -> one.entrySet().containsAll(row.entrySet())));
        assertThat(WorkbookComparison.differences(
                        packs.resolve("freedom-of-information-2025-07-31.xlsx"),
                        packs.resolve("freedom-of-information"),
                        100))
                .isEmpty();
    }

    @Test
    void most_providers_are_paid_the_committed_amount() {
        List<Map<String, String>> matched =
                CsvTable.read(SampleRuns.packs(JULY).resolve("internal"), "reconciliation").rows().stream()
                        .filter(row -> row.get("state").equals("Matched"))
                        .toList();
        long exactly = matched.stream()
                .filter(row -> new BigDecimal(row.get("difference")).abs().compareTo(new BigDecimal("0.05")) < 0)
                .count();
        assertThat((double) exactly / matched.size()).isBetween(0.6, 0.95);
    }

    @Test
    void all_rows_equal_those_of_the_duckdb_reference() {
        ReferenceFactsTest.assertAgrees(
                SampleRuns.INPUTS, SampleRuns.packs(JULY).resolve("internal"), JULY);
    }

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"2025-02-28", "2026-10-31"})
    void all_rows_of_other_dates_equal_the_duckdb_reference(LocalDate asAt) {
        ReferenceFactsTest.assertAgrees(
                SampleRuns.INPUTS, SampleRuns.packs(asAt).resolve("internal"), asAt);
    }
}
