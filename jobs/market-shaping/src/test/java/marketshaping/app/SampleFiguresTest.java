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
import marketshaping.duckdb.KeptReleases;
import marketshaping.duckdb.ReferenceFactsTest;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.PackCells;
import marketshaping.testkit.PackProperties;
import marketshaping.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample council shows the figures that Hackney and its inspector published, as at their dates. */
class SampleFiguresTest {

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
                "Mean days to source residential care | 14 | 2025-07-31",
                "Mean days to source nursing care | 18 | 2025-07-31",
                "Mean days to source supported living | 32 | 2025-07-31",
            })
    void should_show_the_published_figure_to_its_rounding(String figure, BigDecimal published, LocalDate asAt) {
        String measured = CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "baselines")
                .cell("measured", "figure=" + figure, "published_as_at=" + asAt);
        assertThat(new BigDecimal(measured).setScale(published.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    @Test
    void should_source_most_home_care_within_two_days() {
        LocalDate asAt = LocalDate.of(2025, 7, 31);
        String median = CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "brokering_times")
                .cell("median_days", "period=Last 12 months", "setting=Home care", "source=All");
        assertThat(new BigDecimal(median)).isLessThanOrEqualTo(new BigDecimal(2));
    }

    @Test
    void should_count_the_67_people_behind_the_58_percent() {
        LocalDate asAt = LocalDate.of(2024, 6, 30);
        String outside = CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "oob_stock")
                .cell(
                        "outside_london",
                        "setting=Residential care",
                        "need_group=Learning disability",
                        "age_band=All",
                        "purchase_route=All");
        assertThat(outside).isEqualTo("67");
    }

    @Test
    void should_have_every_table_that_others_rely_on_with_its_columns_first() throws IOException {
        Path internal = SampleRuns.packs(LocalDate.of(2025, 7, 31)).resolve("internal");
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
    void should_hold_what_holds_of_any_pack() {
        LocalDate asAt = LocalDate.of(2025, 7, 31);
        assertThat(PackProperties.brokenIn(SampleRuns.packs(asAt), asAt)).isEmpty();
    }

    @Test
    void should_leave_a_careful_reader_of_all_published_tables_nothing_to_work_out() {
        LocalDate asAt = LocalDate.of(2025, 7, 31);
        SampleRuns.packs(asAt);
        assertThat(new KeptReleases(SampleRuns.lake()).recovered(asAt)).isEmpty();
    }

    /** What a pack showed can't be taken back: the total of these five was in June's, and five hidden ones make 5. */
    @Test
    void should_give_a_reader_of_two_packs_no_more_than_the_earlier_one_gave_away() {
        LocalDate before = LocalDate.of(2025, 6, 30);
        LocalDate asAt = LocalDate.of(2025, 7, 31);
        SampleRuns.packs(before);
        SampleRuns.packs(asAt);
        assertThat(new KeptReleases(SampleRuns.lake()).recovered(before, asAt))
                .isSubsetOf(
                        "2025-07-31 oob_reasons No local capacity|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Not recorded|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Person or family choice|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Specialist need|Shared Lives placements_year_before is 1",
                        "2025-07-31 oob_reasons Urgent or hospital discharge|Shared Lives placements_year_before is 1");
    }

    @ParameterizedTest
    @CsvSource({"commissioning-pack,internal", "market-position-pack,published"})
    void should_show_the_numbers_of_the_tables_in_every_cell_of_a_workbook(String pack, String tables)
            throws IOException {
        Path packs = SampleRuns.packs(LocalDate.of(2025, 7, 31));
        assertThat(PackCells.differences(packs.resolve(pack + "-2025-07-31.xlsx"), packs.resolve(tables), 2000))
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
    void should_answer_requests_for_information_with_rows_of_the_published_table(String answer, String source)
            throws IOException {
        Path packs = SampleRuns.packs(LocalDate.of(2025, 7, 31));
        CsvTable told = CsvTable.read(packs.resolve("freedom-of-information"), answer);
        List<Map<String, String>> published =
                CsvTable.read(packs.resolve("published"), source).rows();
        assertThat(told.rows()).isNotEmpty().allMatch(row -> published.stream()
                .anyMatch(one -> one.entrySet().containsAll(row.entrySet())));
        assertThat(PackCells.differences(
                        packs.resolve("freedom-of-information-2025-07-31.xlsx"),
                        packs.resolve("freedom-of-information"),
                        100))
                .isEmpty();
    }

    @Test
    void should_have_paid_most_providers_what_was_committed_to_them() {
        LocalDate asAt = LocalDate.of(2025, 7, 31);
        List<Map<String, String>> matched =
                CsvTable.read(SampleRuns.packs(asAt).resolve("internal"), "reconciliation").rows().stream()
                        .filter(row -> row.get("state").equals("Matched"))
                        .toList();
        long exactly = matched.stream()
                .filter(row -> new BigDecimal(row.get("difference")).abs().compareTo(new BigDecimal("0.05")) < 0)
                .count();
        assertThat((double) exactly / matched.size()).isBetween(0.6, 0.95);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28", "2025-07-31", "2026-10-31"})
    void should_agree_with_the_second_engine_to_the_last_row(LocalDate asAt) {
        ReferenceFactsTest.assertAgrees(
                SampleRuns.INPUTS, SampleRuns.packs(asAt).resolve("internal"), asAt);
    }
}
