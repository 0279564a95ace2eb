package marketshaping.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the brokering measures of the DuckDB reference where their rules are easy to get wrong. */
class ReferenceBrokeringTest extends SmallInputs {
    private static final String BROKERING =
            "case_id,person_id,setting,referral_date,sourced_date,status,closed_date,offers_sought,offers_received";
    private static final String PAUSES = "case_id,pause_start,pause_end,reason";

    @Test
    void withdrawn_and_open_cases_count_in_median() throws IOException {
        given(
                "brokering",
                BROKERING,
                "B1,P1,Home care,2025-06-01,2025-06-03,Sourced,,,",
                "B2,P2,Home care,2025-06-01,2025-06-05,Sourced,,,",
                "B3,P3,Home care,2025-06-01,,Withdrawn,2025-06-05,,",
                "B4,P4,Home care,2025-06-01,,Open,,,",
                "B5,P5,Home care,2025-06-01,2025-06-11,Sourced,,,",
                "B6,P6,Nursing care,2025-06-29,2025-07-01,Sourced,,,");
        assertThat(figures("brokering_cohort", "2025-06", "Home care"))
                .containsEntry("cases", 5L)
                .containsEntry("sourced_within_target_percent", 20.0)
                .containsEntry("still_open_percent", 20.0)
                .containsEntry("withdrawn_percent", 20.0)
                .containsEntry("kaplan_meier_median_days", 10L);
        assertThat(figures("brokering_cohort", "2025-06", "Nursing care"))
                .containsEntry("still_open", 1L)
                .containsEntry("kaplan_meier_median_days", null);
    }

    @Test
    void eight_months_on_one_side_are_a_run_seven_are_not() throws IOException {
        List<String> cases = new ArrayList<>(List.of(BROKERING));
        int[] days = {5, 9, 5, 9, 5, 9, 5, 9, 0, 4, 0, 4, 0, 4, 0};
        for (int i = 0; i < days.length; i++) {
            // No case was sourced in July 2024, and a month without a value does not interrupt a run.
            LocalDate stop = LocalDate.of(2024, 1, 20).plusMonths(i < 6 ? i : i + 1);
            cases.add("B%d,P,Day support,%s,%s,Sourced,,,".formatted(i, stop.minusDays(days[i]), stop));
        }
        given("brokering", cases);
        Map<List<String>, Map<String, Object>> chart = rows("brokering_control", AS_AT);
        assertThat(chart).hasSize(30).allSatisfy((row, values) -> assertThat(values)
                .containsEntry("centre", 68.0 / 15)
                .containsEntry("lower", 0.0)
                .containsEntry("signal", row.get(2).compareTo("2024-10") < 0 ? "Run of 8" : "None"));
        assertThat(chart.get(List.of("Mean days", "All", "2024-08"))).containsEntry("moving_range", 4.0);
        assertThat(chart.get(List.of("Mean days", "All", "2024-01"))).containsEntry("moving_range", null);
    }

    @Test
    void value_outside_limits_takes_precedence_over_run() throws IOException {
        List<String> cases = new ArrayList<>(List.of(BROKERING));
        for (int i = 0; i < 10; i++) {
            LocalDate stop = LocalDate.of(2024, 1, 31).plusMonths(i);
            cases.add("B%d,P,Day support,%s,%s,Sourced,,,".formatted(i, stop.minusDays(i < 9 ? 5 : 30), stop));
        }
        given("brokering", cases);
        Map<List<String>, Map<String, Object>> chart = rows("brokering_control", AS_AT);
        assertThat(chart.get(List.of("Mean days", "Day support", "2024-10"))).containsEntry("signal", "Outside limits");
        assertThat(chart.get(List.of("Mean days", "Day support", "2024-09"))).containsEntry("signal", "Run of 8");
    }

    @Test
    void day_with_two_pause_reasons_counts_once_in_total() throws IOException {
        given(
                "brokering",
                BROKERING,
                "B1,P1,Home care,2025-06-02,2025-06-12,Sourced,,,",
                "B2,P2,Home care,2025-06-02,2025-06-04,Sourced,,,",
                "B3,P3,Home care,2025-06-02,,Open,,,");
        given(
                "brokering_pauses",
                PAUSES,
                "B1,2025-05-30,2025-06-04,Legal",
                "B1,2025-06-03,2025-06-05,",
                "B1,2025-06-10,,Legal",
                "B1,2025-06-07,2025-06-07,Other",
                "B3,2025-06-03,,Legal");
        assertThat(rows("brokering_pauses", AS_AT)).doesNotContainKey(List.of("Home care", "Other"));
        assertThat(figures("brokering_pauses", "Home care", "Legal"))
                .containsEntry("cases", 1L)
                .containsEntry("days", 4L);
        assertThat(figures("brokering_pauses", "All", "Not recorded")).containsEntry("days", 2L);
        assertThat(figures("brokering_pauses", "All", "All"))
                .containsEntry("days", 5L)
                .containsEntry("share_of_gross_percent", 100.0 * 5 / 12);
        assertThat(figures("seven_day_gap_days", "Home care", "Paused", "All")).containsEntry("share_percent", 50.0);
        assertThat(figures("seven_day_gap_days", "Home care", "Searching", "All")
                        .get("days"))
                .hasToString("5");
    }

    @Test
    void target_requires_nine_in_ten_cases() throws IOException {
        List<String> cases = new ArrayList<>(List.of(BROKERING));
        for (int i = 0; i < 11; i++) {
            cases.add("B%d,P,Home care,2025-06-02,2025-06-0%d,Sourced,,,".formatted(i, i < 8 ? 4 : 6));
        }
        cases.add("B11,P,Day support,2025-06-02,2025-06-09,Sourced,,,");
        given("brokering", cases);
        Map<String, Object> gap = figures("seven_day_gap", "All");
        assertThat(gap)
                .containsEntry("cases", 11L)
                .containsEntry("within_target", 8L)
                .containsEntry("breaches", 3L);
        assertThat(gap.get("needed_within_target")).hasToString("10");
        assertThat(gap.get("cases_to_be_quicker")).hasToString("2");
        assertThat(gap.get("days_beyond_target")).hasToString("6");
        assertThat(rows("seven_day_gap_days", AS_AT).keySet())
                .allMatch(row -> row.get(1).equals("All"));
    }

    @Test
    void offer_figures_use_only_cases_with_offers_recorded() throws IOException {
        given(
                "brokering",
                BROKERING,
                "B1,P1,Home care,2025-06-02,2025-06-04,Sourced,,1,2",
                "B2,P2,Home care,2025-06-02,2025-06-04,Sourced,,4,",
                "B3,P3,Home care,2025-06-02,2025-06-04,Sourced,,,");
        assertThat(figures("brokering_market", "Home care"))
                .containsEntry("cases", 3L)
                .containsEntry("mean_offers_sought", 2.5)
                .containsEntry("two_or_more_offers_percent", 100.0)
                .containsEntry("single_provider_percent", 50.0)
                .containsEntry("received_not_recorded", 2L);
    }
}
