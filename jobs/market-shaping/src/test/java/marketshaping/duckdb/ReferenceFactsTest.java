package marketshaping.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how the DuckDB reference reads and counts, on inputs small enough to calculate by hand. */
public class ReferenceFactsTest extends SmallInputs {
    private static final String PLACEMENTS =
            "placement_id,person_id,setting,start_date,end_date,contract_id,unit_cost,cost_frequency";
    private static final String CONTRACTS =
            "contract_id,purchase_route,provider_id,framework,lot,start_date,unit_price,price_frequency";
    private static final String RETURN = "LA Person Unique Identifier,Event Type,Event Start Date,Event End Date,"
            + "Date of Death,Client Type,Primary Support Reason,Service Type,Service Component,Unit Cost,"
            + "Cost Frequency (Unit Type),Planned units per week";
    private static final String BROKERING = "case_id,person_id,setting,referral_date,sourced_date,status,closed_date";

    /**
     * Compares a finished pack with the DuckDB reference, all tables and rows in both directions.
     *
     * @param inputs the folder of CSV inputs of the pack
     * @param internalCsv the pack's folder of tables without disclosure control
     */
    public static void assertAgrees(Path inputs, Path internalCsv, LocalDate asAt) {
        try (DuckDbReference reference = DuckDbReference.of(inputs, asAt)) {
            assertThat(reference.compare(internalCsv))
                    .as("Differences from the DuckDB reference as at %s", asAt)
                    .isEmpty();
        }
    }

    @Test
    void dates_in_council_formats_are_read() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,,,",
                "L2,P2,Home care,31/05/2025,,,,",
                "L3,P3,Home care,1-Jun-2025,,,,",
                "L4,P4,Home care,2025-06-30T00:00:00,,,,",
                "L5,P5,Home care,45838,,,,",
                "L6,P6,Home care,45839,,,,");
        assertThat(figures("spend_commitment", "Home care", "All", "All")).containsEntry("people", 5L);
    }

    @Test
    void each_rule_violation_of_a_row_is_reported() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,,Sheltered?,31/02/2024,,,,",
                "L2,P2,Home care,2025-01-02,2025-01-01,,,",
                "L3,P3,Home care,2025-01-02,,,5,Sometimes");
        try (DuckDbReference reference = DuckDbReference.of(inputs, AS_AT)) {
            assertThat(reference.table("data_quality_rules").rows().keySet())
                    .containsExactlyInAnyOrder(
                            rule("person_id is empty"),
                            rule("setting is not one of the codes of its list"),
                            rule("start_date is not a date such as 2025-06-30 or 30/06/2025"),
                            rule("end_date is before start_date"));
        }
        assertThat(figures("data_quality", "placements", "All"))
                .containsEntry("rows_read", 3L)
                .containsEntry("rows_accepted", 1L)
                .containsEntry("rows_quarantined", 2L);
    }

    @Test
    void equal_rows_accepted_once_conflicting_rows_quarantined() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,,,",
                "L1,P1,Home care,2025-01-01,,,,",
                "L2,P2,Home care,2025-01-01,,,,",
                "L2,P2,Home care,2025-02-01,,,,",
                "L3,P3,Home care,soon,,,,",
                "L3,P3,Home care,soon,,,,");
        assertThat(figures("data_quality", "placements", "All"))
                .containsEntry("rows_accepted", 1L)
                .containsEntry("rows_quarantined", 4L)
                .containsEntry("rows_not_records", 1L);
    }

    @Test
    void blank_rows_headers_and_totals_are_not_records() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,,12.50,",
                ",,,,,,,",
                "",
                PLACEMENTS,
                ",,,,,Total,12.50,",
                ",,,,,A note,,");
        assertThat(figures("data_quality", "placements", "All"))
                .containsEntry("rows_read", 6L)
                .containsEntry("rows_accepted", 1L)
                .containsEntry("rows_quarantined", 1L)
                .containsEntry("rows_not_records", 4L);
    }

    @Test
    void line_without_cost_takes_contract_price() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,C1,(£10.00),",
                "L2,P2,Home care,2025-01-01,,C1,,",
                "L3,P3,Home care,2025-01-01,,,,");
        given("contracts", CONTRACTS, "C1,Spot,000001,,,2025-01-01,\"1,040.00\",4-weekly");
        assertThat(figures("spend_commitment", "Home care", "All", "All"))
                .containsEntry("placements_without_cost", 1L)
                .extractingByKey("weekly_commitment")
                .asString()
                .startsWith("250.00");
    }

    @Test
    void missing_reason_and_cost_come_from_national_return() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,,,",
                "L2,P2,Home care,2025-01-01,,,,",
                "L3,P3,Home care,2025-01-01,,,5.00,");
        given(
                "client_level_data",
                RETURN,
                "P1,Service,01/02/2025,,,,Mental health support,,Home support or domiciliary care,20.00,Hourly,10",
                "P1,Service,01/01/2025,,,,Learning disability support,,Home support or domiciliary care,90,Weekly,",
                "P1,Review,01/03/2025,,,,Unknown,,,,,",
                "P2,Service,01/02/2025,,,Unpaid carer,,,Home support or domiciliary care,70.00,Weekly,",
                "P3,Service,01/02/2025,,,,,,Home support or domiciliary care,60.00,Weekly,");
        assertThat(figures("spend_commitment", "Home care", "All", "All"))
                .containsEntry("placements_without_cost", 1L)
                .extractingByKey("weekly_commitment")
                .asString()
                .startsWith("205.00");
        assertThat(figures("spend_commitment", "Home care", "Mental health", "All"))
                .containsEntry("people", 1L);
    }

    @Test
    void placements_are_compared_with_national_return() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-01,,,,",
                "L2,P2,Nursing care,2025-01-01,2025-06-29,,,",
                "L3,P3,Day support,2025-01-01,,,,",
                "L4,P4,Respite,2025-01-01,,,,");
        given(
                "client_level_data",
                RETURN,
                "P1,Service,01/02/2025,30/06/2025,,,,Long Term Support: Community,Shared lives,,,",
                "P2,Service,30/06/2025,,,Service user,,Long term support: Nursing care,,,,",
                "P3,Service,01/02/2025,,29/06/2025,,,Long term support: Community,Day support,,,",
                "P5,Service,01/02/2025,,,,,Long term support: Community,Meals,,,",
                "P6,Service,01/02/2025,,,,,Short term support: ST-Max,Day support,,,");
        assertThat(figures("cld_check", "All long-term support"))
                .containsEntry("people_in_both", 1L)
                .containsEntry("only_in_placements", 1L)
                .containsEntry("only_in_return", 1L)
                .containsEntry("agreement_percent", 100.0 / 3);
        assertThat(figures("cld_check", "Nursing care")).containsEntry("only_in_return", 1L);
    }

    @Test
    void old_and_current_council_codes_are_one_council() throws IOException {
        given(
                "placements",
                "placement_id,person_id,setting,start_date,delivery_postcode,placement_local_authority",
                "L1,P1,Nursing care,2025-01-01,S70 1AA,",
                "L2,P2,Nursing care,2025-01-01,,E08000038");
        given("postcodes", "pcds,oslaua,lat,long", "S70 1AA,E08000016,53.5,-1.5");
        assertThat(figures("oob_hosts", "Outside region", "E08000038", "Barnsley"))
                .containsEntry("people", 2L);
    }

    @Test
    void directory_locations_outside_social_care_are_excluded() throws IOException {
        given(
                "providers",
                "Location ID,Location Inspection Directorate,Care homes beds",
                "1-1,Adult social care,",
                "1-2,Hospitals,",
                "1-3,,12",
                ",,12");
        assertThat(figures("data_quality", "providers", "All"))
                .containsEntry("rows_accepted", 2L)
                .containsEntry("rows_not_records", 2L);
    }

    @Test
    void spend_accrues_daily_and_one_off_cost_on_first_day() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Respite,2025-05-20,2025-06-07,,7.007,Weekly",
                "L2,P2,Respite,2025-06-30,,,10.005,One-off",
                "L3,P3,Other,2025-06-30,,,,");
        assertThat(figures("spend_period", "Month", "Respite", "Not recorded"))
                .containsEntry("spend", 7 * 7.007 / 7 + 10.005)
                .containsEntry("spend_year_before", 0.0);
        assertThat(figures("spend_period", "Month", "Other", "Not recorded")).containsEntry("spend", null);
    }

    @Test
    void membership_on_first_day_decides_leakage() throws IOException {
        given(
                "placements",
                PLACEMENTS,
                "L1,P1,Home care,2025-01-31,,C1,,",
                "L2,P2,Home care,2025-02-01,,C1,,",
                "L3,P3,Home care,2024-12-31,,C1,,");
        given("contracts", CONTRACTS, "C1,Spot,000001,,,2024-01-01,5.00,");
        given("framework_lots", "framework,lot,setting,from_date,to_date", "F,1,Home care,2025-01-01,");
        given(
                "framework_memberships",
                "provider_id,framework,lot,from_date,to_date",
                "000001,F,1,2024-06-01,2025-01-31");
        assertThat(figures("leakage", "Leakage", "All")).containsEntry("lines", 1L);
        assertThat(figures("leakage", "Addressable", "Home care"))
                .containsEntry("lines", 1L)
                .containsEntry("providers", 1L);
    }

    @Test
    void day_in_two_pauses_is_counted_once() throws IOException {
        given("brokering", BROKERING, "B1,P1,Home care,2025-06-02,2025-06-12,Sourced,");
        given(
                "brokering_pauses",
                "case_id,pause_start,pause_end,reason",
                "B1,2025-05-30,2025-06-04,Legal",
                "B1,2025-06-03,2025-06-05,Other",
                "B1,2025-06-10,,Other");
        assertThat(figures("brokering_times", "Month", "Home care", "All"))
                .containsEntry("mean_days", 10.0)
                .containsEntry("mean_net_days", 5.0)
                .containsEntry("mean_working_days", 8.0);
    }

    @Test
    void figures_without_optional_input_are_unavailable() throws IOException {
        given("brokering", BROKERING, "B1,P1,Home care,2025-06-02,2025-06-12,Sourced,");
        assertThat(figures("leakage", "All", "All")).containsEntry("lines", "[x]");
        assertThat(figures("oob_oversight", "All")).containsEntry("people", "[x]");
        assertThat(figures("brokering_times", "Month", "All", "All"))
                .containsEntry("mean_net_days", "[x]")
                .containsEntry("mean_days", 10.0);
    }

    @Test
    void comparison_reports_different_figures_and_unmatched_rows() throws IOException {
        given("brokering", BROKERING, "B1,P1,Home care,2025-06-29,,Open,");
        Path internal = Files.createDirectory(inputs.resolve("internal"));
        Files.writeString(
                internal.resolve("brokering_open.csv"),
                """
                setting,need_group,open_cases,median_age_days,max_age_days,past_target,past_target_percent,open_cases_year_before
                All,All,1,1,2,0,0,0
                All,Not recorded,1,1,1,0,0,0
                Home care,Not recorded,1,1,1,0,0,0
                Day support,All,1,1,1,0,[z],0
                """);
        try (DuckDbReference reference = DuckDbReference.of(inputs, AS_AT)) {
            assertThat(reference.compare(internal))
                    .filteredOn(difference -> difference.startsWith("brokering_open"))
                    .satisfiesExactlyInAnyOrder(
                            difference -> assertThat(difference)
                                    .isEqualTo("brokering_open [All, All] max_age_days: DuckDB 1, pack 2"),
                            difference -> assertThat(difference)
                                    .startsWith("brokering_open [Day support, All]: only the pack has this row"),
                            difference -> assertThat(difference)
                                    .startsWith("brokering_open [Home care, All]: only DuckDB has this row"));
        }
    }

    private static List<String> rule(String words) {
        return List.of("placements", "placements.csv", words);
    }
}
