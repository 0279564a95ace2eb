package marketshaping.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the market measures of the DuckDB reference where their rules are easy to get wrong. */
class ReferenceMeasuresTest extends SmallInputs {
    private static final String PLACEMENTS =
            "placement_id,person_id,setting,start_date,end_date,provider_id,contract_id,"
                    + "placement_local_authority,unit_cost,out_of_borough_reason,cqc_location_id";
    private static final String CONTRACTS =
            "contract_id,purchase_route,provider_id,setting,start_date,end_date,unit_price,"
                    + "price_frequency,block_places,annual_value";
    private static final String PROVIDERS =
            "Location ID,Brand Name,Location Latest Overall Rating,Location HSCA End Date";
    private static final String PAYMENTS = "payment_date,supplier_id,supplier_name,amount,setting,purchase_route";

    @Test
    void placement_is_compared_with_median_of_its_own_cell() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Residential care,2025-01-01,,,,Hackney,700,,",
                "L2,P2,Residential care,2025-01-01,,,,Hackney,900,,",
                "L3,P3,Residential care,2025-01-01,,,,Hackney,-10,,",
                "L4,P4,Residential care,2025-01-01,,,,Kent,1000,No local capacity,",
                "L5,P5,Nursing care,2025-01-01,,,,Kent,1500,No local capacity,",
                "L6,P6,Residential care,2025-01-01,,,,Kent,9000,Specialist need,",
                "L7,P4,Residential care,2025-01-01,,,,Kent,-20,No local capacity,");
        Map<String, Object> all = figures("repatriation", "All", "All");
        assertThat(all)
                .containsEntry("people", 2L)
                .containsEntry("placements", 3L)
                .containsEntry("placements_without_comparison", 2L)
                .containsEntry("in_borough_placements", 2L);
        assertThat((Double) all.get("annual_difference")).isCloseTo(200.0 * 365 / 7, within(1e-6));
        assertThat(figures("repatriation", "Nursing care", "All"))
                .containsEntry("annual_difference", null)
                .containsEntry("in_borough_median_weekly", null);
    }

    @Test
    void like_for_like_is_weighted_by_lines_of_year_before() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2023-01-01,2024-12-31,A,,,100,,",
                "L2,P2,Home care,2025-01-01,,A,,,110,,",
                "L3,P3,Home care,2025-01-01,,A,,,130,,",
                "L4,P4,Home care,2023-01-01,,B,,,200,,",
                "L5,P5,Home care,2023-01-01,2024-12-31,B,,,200,,",
                "L6,P6,Home care,2023-01-01,2024-12-31,B,,,200,,",
                "L7,P7,Home care,2025-01-01,,C,,,500,,",
                "L8,P8,Home care,2025-01-01,,,,,999,,");
        Map<String, Object> uplift = figures("uplift", "Home care");
        assertThat(uplift)
                .containsEntry("lines", 4L)
                .containsEntry("lines_year_before", 4L)
                .containsEntry("mean_weekly", 235.0)
                .containsEntry("mean_weekly_year_before", 175.0);
        assertThat((Double) uplift.get("like_for_like_percent")).isCloseTo(100 * (720.0 / 700 - 1), within(1e-9));
        assertThat((Double) uplift.get("mix_percent_points"))
                .isCloseTo(100 * (235.0 / 175 - 720.0 / 700), within(1e-9));
        assertThat(uplift.get("matched_lines")).hasToString("3");
        assertThat(uplift.get("matched_lines_year_before")).hasToString("4");
    }

    @Test
    void brand_and_provider_of_same_name_stay_separate() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,A,,,300,,1-1",
                "L2,P2,Home care,2025-01-01,,B,,,200,,1-2",
                "L3,P3,Home care,2025-01-01,,C,,,500,,1-3",
                "L4,P4,Home care,2025-01-01,,,,,70,,1-1");
        assertThat(rows("concentration", AS_AT)).doesNotContainKey(List.of("All", "Brand"));
        given("providers", PROVIDERS, "1-1,C,,", "1-2,C,,", "1-3,-,,");
        assertThat(figures("concentration", "Home care", "Provider"))
                .containsEntry("providers", 3L)
                .containsEntry("top_1_percent", 50.0)
                .containsEntry("hhi", 3800.0);
        assertThat(figures("concentration", "Home care", "Brand"))
                .containsEntry("providers", 2L)
                .containsEntry("top_3_percent", 100.0)
                .containsEntry("hhi", 5000.0)
                .extractingByKey("weekly_value_without_provider")
                .asString()
                .startsWith("70.00");
    }

    @Test
    void void_nights_are_counted_per_block() throws IOException {
        given(
                "contracts",
                CONTRACTS,
                "C1,Block,A,Home care,2025-06-21,,140.00,Weekly,2,",
                "C2,Block,A,Home care,2025-06-30,,9.00,Hourly,1,\"3,650.00\"",
                "C3,Block,A,Home care,2025-06-30,2025-06-30,,,1,",
                "C4,Block,A,,2025-06-29,2025-07-31,,,3,",
                "C5,Block,A,Home care,2025-05-01,2025-05-31,140.00,Weekly,2,",
                "C6,Spot,A,Home care,2025-06-01,,140.00,Weekly,2,");
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-06-01,2025-06-25,A,C1,,,,",
                "L2,P2,Home care,2025-06-29,,A,C1,,,,",
                "L3,P3,Home care,2025-06-30,2025-06-30,A,C3,,,,",
                "L4,P4,Home care,2025-06-01,,A,C3,,,,");
        Map<String, Object> month = figures("block_use", "Month", "Home care");
        assertThat(month)
                .containsEntry("contracts", 3L)
                .containsEntry("use_percent", 100.0 * 9 / 22)
                .containsEntry("void_cost", 13 * 20 + 10.0);
        assertThat(month.get("bought_nights")).hasToString("22");
        assertThat(month.get("occupied_nights")).hasToString("9");
        assertThat(month.get("void_nights")).hasToString("14");
        assertThat(month.get("void_nights_without_price")).hasToString("0");
        assertThat(figures("block_use", "Month", "Not recorded"))
                .containsEntry("void_cost", null)
                .extractingByKey("void_nights_without_price")
                .hasToString("6");
    }

    @Test
    void paid_and_committed_amounts_are_reconciled() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-06-16,,A,,,70,,",
                "L2,P2,Home care,2025-06-24,,B,,,70,,",
                "L3,P3,Home care,2025-06-24,,,,,70,,");
        given(
                "payments",
                PAYMENTS,
                "2025-06-01,A,Older Ltd,100,,",
                "2025-06-30,A,Older Ltd,60,,",
                "2025-06-30,A,Older Ltd,60,,",
                "2025-06-30,Z,Newer Ltd,500,,",
                "2025-06-30,Y,Newer Ltd,30,Home care,",
                "2025-07-01,B,Newer Ltd,500,,");
        assertThat(rows("reconciliation", AS_AT)).hasSize(5);
        assertThat(figures("reconciliation", "2025-06", "A", "Older Ltd"))
                .containsEntry("committed", 150.0)
                .containsEntry("paid", 220.0)
                .containsEntry("difference", 70.0)
                .containsEntry("state", "Matched");
        assertThat(figures("reconciliation", "2025-06", "Not recorded", "Not recorded"))
                .containsEntry("state", "Only committed");
        assertThat(figures("reconciliation", "2025-06", "All", "All"))
                .containsEntry("paid", 250.0)
                .containsEntry("state", "All")
                .containsEntry("matched_providers", 1L)
                .containsEntry("only_paid_providers", 1L)
                .containsEntry("only_committed_providers", 2L);
    }

    @Test
    void payment_shares_use_only_known_routes() throws IOException {
        given(
                "payments",
                PAYMENTS,
                "2025-06-30,A,,300,Home care,Spot",
                "2025-06-30,A,,-100,Home care,Spot",
                "2025-06-30,A,,600,Home care,Block",
                "2025-06-30,A,,5000,Home care,",
                "2025-06-30,A,,200,,Spot");
        assertThat(figures("payments_route", "2025-06", "Home care", "Spot"))
                .containsEntry("payments", 2L)
                .containsEntry("share_percent", 25.0);
        assertThat(figures("payments_route", "2025-06", "Home care", "Not classified"))
                .containsEntry("share_percent", null);
        assertThat(figures("payments_route", "2025-06", "All", "Spot")).containsEntry("share_percent", 40.0);
    }

    @Test
    void person_with_several_ratings_counts_under_the_worst() throws IOException {
        given("providers", PROVIDERS, "1-1,,Good,", "1-2,,Inadequate,", "1-3,,Outstanding,2025-06-29");
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,A,,Hackney,100,,1-1",
                "L2,P1,Home care,2025-01-01,,A,,Kent,50,,1-2",
                "L3,P2,Home care,2025-01-01,,A,,Kent,25,,1-3",
                "L4,P3,Direct payment,2025-01-01,,A,,Kent,25,,1-1");
        assertThat(figures("quality", "People", "All", "All").toString())
                .contains("outstanding=0", " good=0", "inadequate=1", "deregistered=1");
        assertThat(figures("quality", "People", "In borough", "All"))
                .containsEntry("good_or_outstanding_percent", 100.0);
        assertThat(figures("quality", "Providers", "All", "All")).containsEntry("good_or_outstanding_percent", null);
        assertThat(figures("quality", "Weekly value", "All", "All"))
                .containsEntry("good_or_outstanding_percent", 100.0 * 100 / 150);
        assertThat(figures("watch_list", "All", "All"))
                .containsEntry("people", 2L)
                .containsEntry("placements", 2L);
    }

    @Test
    void reason_only_in_year_before_is_kept() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Nursing care,2024-01-01,2024-12-31,,,Kent,100,Specialist need,",
                "L2,P2,Nursing care,2025-01-01,,,,Kent,100,No local capacity,",
                "L3,P3,Nursing care,2025-01-01,,,,Kent,100,,");
        assertThat(figures("oob_reasons", "Specialist need", "Nursing care"))
                .containsEntry("placements", 0L)
                .containsEntry("share_percent", 0.0)
                .containsEntry("weekly_cost", null)
                .containsEntry("placements_year_before", 1L);
        assertThat(figures("oob_reasons", "No local capacity", "All"))
                .containsEntry("share_percent", 100.0)
                .containsEntry("avoidable", "Yes");
        assertThat(figures("oob_reasons", "Not recorded", "All")).containsEntry("share_percent", null);
    }

    @Test
    void year_before_uses_visits_and_placements_of_that_time() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Nursing care,2023-06-30,2024-06-30,,,Kent,100,,",
                "L2,P2,Nursing care,2023-07-01,2024-12-31,,,Kent,100,,",
                "L3,P3,Nursing care,2024-07-01,,,,Kent,100,,");
        given(
                "visits",
                "person_id,visit_date,visit_type",
                "P1,2023-07-01,Visit",
                "P2,2023-06-30,Visit",
                "P2,2024-07-01,Visit",
                "P3,2024-07-01,Visit");
        assertThat(figures("oob_oversight", "Nursing care"))
                .containsEntry("people", 1L)
                .containsEntry("seen_12_months", 1L)
                .containsEntry("people_year_before", 2L)
                .containsEntry("seen_percent_year_before", 50.0)
                .containsEntry("placed_12_months_year_before", 1L)
                .containsEntry("seen_of_placed_12_months_percent_year_before", 100.0)
                .containsEntry("never_seen_year_before", 0L)
                .containsEntry("median_days_since_seen_year_before", 365.5);
        assertThat(figures("oob_flow", "Outside region", "All", "All"))
                .containsEntry("started_placements", 1L)
                .containsEntry("ended_placements", 1L)
                .containsEntry("started_placements_year_before", 1L)
                .containsEntry("ended_placements_year_before", 1L);
    }

    @Test
    void distance_is_measured_from_borough_centre() throws IOException {
        given(
                "postcodes",
                "pcds,laua,lat,long",
                "N1 1AA,E09000012,51.5493,-0.0617",
                "N1 1AB,E10000016,52.5493,-0.0617",
                "N1 1AC,E10000016,99.999999,0");
        given(
                "placements",
                "placement_id,person_id,setting,start_date,delivery_postcode",
                "L1,P1,Nursing care,2025-01-01,N1 1AA",
                "L2,P2,Nursing care,2025-01-01,N1 1AB",
                "L3,P3,Nursing care,2025-01-01,N1 1AC");
        Map<String, Object> distance = figures("oob_distance", "Nursing care", "All");
        assertThat(distance)
                .containsEntry("placements", 2L)
                .containsEntry("beyond_32_km_percent", 50.0)
                .containsEntry("without_distance", 1L);
        assertThat((Double) distance.get("max_km")).isCloseTo(111.195, within(0.001));
        assertThat((Double) distance.get("median_km")).isCloseTo(111.195 / 2, within(0.001));
    }

    @Test
    void median_changes_only_if_intervals_do_not_overlap() throws IOException {
        List<String> lines = new ArrayList<>(List.of(PLACEMENTS));
        for (int i = 0; i < 20; i++) {
            lines.add("B%d,P,Home care,2026-01-31,,,,,%d,,".formatted(i, 100 + i));
            lines.add("A%d,P,Home care,2026-02-02,,,,,%d,,".formatted(i, 110 + i));
            lines.add("C%d,P,Respite,2026-01-31,,,,,%d,,".formatted(i, 100 + i));
            lines.add("D%d,P,Respite,2026-02-02,,,,,%d,,".formatted(i, 109 + i));
        }
        given("placements", lines);
        assertThat(rows("framework_effect", LocalDate.of(2026, 3, 31))
                        .get(List.of("Median weekly price of starts", "Home care")))
                .containsEntry("before_first_day", LocalDate.of(2025, 12, 6))
                .containsEntry("change", 10.0)
                .containsEntry("reading", "More than chance");
        assertThat(rows("framework_effect", LocalDate.of(2026, 3, 31))
                        .get(List.of("Median weekly price of starts", "Respite")))
                .containsEntry("reading", "No more than chance");
        assertThat(rows("framework_effect", AS_AT))
                .hasSize(5)
                .extractingByKey(List.of("Median weekly price of starts", "All"))
                .hasFieldOrPropertyWithValue("reading", "Not live yet");
    }

    @Test
    void share_changes_only_beyond_chance_with_enough_cases() throws IOException {
        List<String> lines = new ArrayList<>(List.of(PLACEMENTS));
        for (int i = 0; i < 40; i++) {
            lines.add("B%d,P,Home care,2026-02-01,,,S,,,,".formatted(i));
            lines.add("A%d,P,Home care,2026-02-02,,,%s,,,,".formatted(i, i < 14 ? "S" : "F"));
            lines.add("C%d,P,Respite,2026-02-01,,,%s,,,,".formatted(i, i < 20 ? "S" : "F"));
            lines.add("D%d,P,Respite,2026-02-02,,,%s,,,,".formatted(i, i < 18 ? "S" : "F"));
            lines.add("E%d,P,Day support,2026-02-01,,,S,,,,".formatted(i));
            lines.add("F%d,P,Day support,2026-02-02,,,%s,,,,".formatted(i, i < 35 ? "S" : "F"));
            lines.add("G%d,P,Other,2026-02-02,,,F,,,,".formatted(i));
        }
        given("placements", lines);
        given(
                "contracts",
                "contract_id,purchase_route,provider_id,start_date,framework,lot",
                "S,Spot,A,2025-01-01,,",
                "F,Framework,A,2025-01-01,One,1");
        Map<List<String>, Map<String, Object>> effects = rows("framework_effect", LocalDate.of(2026, 2, 28));
        assertThat(effects.get(List.of("Framework share of starts", "Home care")))
                .containsEntry("after", 65.0)
                .containsEntry("reading", "More than chance");
        assertThat(effects.get(List.of("Framework share of starts", "Respite")))
                .containsEntry("change", 5.0)
                .containsEntry("reading", "No more than chance");
        assertThat(effects.get(List.of("Framework share of starts", "Day support")))
                .containsEntry("reading", "Too few to tell");
        assertThat(effects.get(List.of("Framework share of starts", "Other")))
                .containsEntry("before", null)
                .containsEntry("before_cases", 0L)
                .containsEntry("reading", "Too few to tell");
    }
}
