package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class BrokeringCohortTest {

    @Test
    void monthly_cohort_reports_the_outcomes_of_its_cases() {
        var rows = FactFixture.cases(
                        """
                        setting          | clock_start | sourced_date | ended_on
                        Residential care | 2025-05-01  | 2025-05-08   | 2025-05-08
                        Residential care | 2025-05-01  | 2025-05-09   | 2025-05-09
                        Residential care | 2025-05-31  |              | 2025-06-01
                        Home care        | 2025-05-15  |              |
                        Day support      | 2025-05-15  | 2025-05-15   | 2025-05-15
                        """)
                .measure(BrokeringCohort.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | setting | cases | sourced_within_target_percent | still_open_percent"
                                + " | withdrawn_percent | sourced_within_target | still_open | withdrawn"
                                + " | _with_target | _sourced",
                        "2025-05 | All | 5 | 25 | 20 | 20 | 1 | 1 | 1 | 4 | 3",
                        "2025-05 | Residential care | 3 | 33.333333 | 0 | 33.333333 | 1 | 0 | 1 | 3 | 2",
                        "2025-05 | Home care | 1 | 0 | 100 | 0 | 0 | 1 | 0 | 1 | 0",
                        "2025-05 | Day support | 1 |  | 0 | 0 | 0 | 0 | 0 | 0 | 1");
    }

    @Test
    void events_after_the_as_at_date_are_ignored() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date | ended_on
                        C1      | 2025-06-01  | 2025-06-30   | 2025-06-30
                        C2      | 2025-06-01  | 2025-07-01   | 2025-07-01
                        C3      | 2025-06-01  |              | 2025-06-30
                        C4      | 2025-06-01  |              | 2025-07-01
                        C5      | 2025-06-01  | 2025-07-02   | 2025-06-15
                        """)
                .measure(BrokeringCohort.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("cases | _sourced | still_open | withdrawn", "5 | 1 | 2 | 2");
    }

    @Test
    void median_allows_for_open_and_withdrawn_cases() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date | ended_on
                        C1      | 2025-05-01  | 2025-05-03   | 2025-05-03
                        C2      | 2025-05-01  | 2025-05-06   | 2025-05-06
                        C3      | 2025-05-01  |              | 2025-05-06
                        C4      | 2025-05-01  | 2025-05-09   | 2025-05-09
                        C5      | 2025-05-01  |              |
                        C6      | 2025-05-01  | 2025-05-31   | 2025-05-31
                        """)
                .measure(BrokeringCohort.MEASURE)
                .where("setting = 'All'");

        // Share not yet sourced: 5/6 after 2 days, 5/6 * 4/5 after 5 days and 5/6 * 4/5 * 2/3 = 0.444 after 8 days.
        assertThatRows(rows).containsExactlyInAnyOrder("kaplan_meier_median_days | at_risk", "8 | 3");
    }

    @Test
    void median_is_the_day_on_which_exactly_half_are_sourced() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date
                        C1      | 2025-05-01  | 2025-05-01
                        C2      | 2025-05-01  | 2025-05-04
                        C3      | 2025-05-01  | 2025-05-06
                        C4      | 2025-05-01  |
                        C5      | 2025-05-01  |
                        C6      | 2025-05-01  |
                        """)
                .measure(BrokeringCohort.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("kaplan_meier_median_days | at_risk", "5 | 4");
    }

    @Test
    void sourcing_precedes_withdrawal_after_as_many_days() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date | ended_on
                        C1      | 2025-05-01  | 2025-05-06   | 2025-05-06
                        C2      | 2025-05-01  |              | 2025-05-06
                        C3      | 2025-05-01  |              |
                        """)
                .measure(BrokeringCohort.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("cases | kaplan_meier_median_days | at_risk", "3 |  | ");
    }

    @Test
    void median_is_zero_if_all_are_sourced_on_the_same_day() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date
                        C1      | 2025-03-30  | 2025-03-30
                        C2      | 2025-03-30  | 2025-03-30
                        """)
                .measure(BrokeringCohort.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | kaplan_meier_median_days | sourced_within_target_percent", "2025-03 | 0 | 100");
    }

    @Test
    void cohorts_cover_the_last_24_completed_months() {
        String cases =
                """
                clock_start
                2022-02-28
                2022-03-01
                2024-01-31
                2024-02-01
                2024-02-29
                2024-03-01
                """;

        assertThatRows(FactFixture.asAt("2024-02-29")
                        .withCases(cases)
                        .measure(BrokeringCohort.MEASURE)
                        .where("setting = 'All'"))
                .containsExactlyInAnyOrder("month | cases", "2022-03 | 1", "2024-01 | 1", "2024-02 | 2");
        assertThatRows(FactFixture.asAt("2024-02-28")
                        .withCases(cases)
                        .measure(BrokeringCohort.MEASURE)
                        .where("setting = 'All'"))
                .containsExactlyInAnyOrder("month | cases", "2022-02 | 1", "2022-03 | 1", "2024-01 | 1");
        assertThatRows(FactFixture.asAt("2021-06-30").withCases(cases).measure(BrokeringCohort.MEASURE))
                .hasNoRows();
        assertThatRows(FactFixture.asAt("2031-06-30").withCases(cases).measure(BrokeringCohort.MEASURE))
                .hasNoRows();
    }
}
