package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class BrokeringTimesTest {

    @Test
    void sourced_cases_are_reported_with_day_statistics() {
        var rows = FactFixture.cases(
                        """
                        case_id | sourced_date | gross_days | net_days | working_days | days_to_start
                        C1      | 2025-06-10   | 0          | 0        | 0            | 4
                        C2      | 2025-06-10   | 7          | 2        | 5            |
                        C3      | 2025-06-10   | 8          | 3        | 6            | 10
                        C4      | 2025-06-10   | 21         | 19       | 15           |
                        """)
                .measure(BrokeringTimes.MEASURE)
                .where("period = 'Month' AND setting = 'All' AND source = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "cases | mean_days | median_days | p90_days | max_days | within_target | within_target_percent"
                                + " | breaches | mean_net_days | median_net_days | mean_working_days | mean_days_to_start"
                                + " | _care_started",
                        "4 | 9 | 7.5 | 17.1 | 21 | 2 | 50 | 2 | 6 | 2.5 | 6.5 | 7 | 2");
    }

    @Test
    void every_setting_and_source_has_a_row_and_totals() {
        var rows = FactFixture.cases(
                        """
                        setting          | source       | sourced_date | gross_days
                        Home care        | Hospital     | 2025-06-10   | 2
                        Home care        | Not recorded | 2025-06-10   | 3
                        Residential care | Hospital     | 2025-06-10   | 7
                        Day support      | Community    | 2025-06-10   | 30
                        """)
                .measure(BrokeringTimes.MEASURE)
                .where("period = '2025-06'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | source | cases | within_target | within_target_percent | breaches | _with_target",
                        "All | All | 4 | 2 | 66.666667 | 1 | 3",
                        "All | Hospital | 2 | 2 | 100 | 0 | 2",
                        "All | Not recorded | 1 | 0 | 0 | 1 | 1",
                        "All | Community | 1 | 0 |  | 0 | 0",
                        "Home care | All | 2 | 1 | 50 | 1 | 2",
                        "Home care | Hospital | 1 | 1 | 100 | 0 | 1",
                        "Home care | Not recorded | 1 | 0 | 0 | 1 | 1",
                        "Residential care | All | 1 | 1 | 100 | 0 | 1",
                        "Residential care | Hospital | 1 | 1 | 100 | 0 | 1",
                        "Day support | All | 1 | 0 |  | 0 | 0",
                        "Day support | Community | 1 | 0 |  | 0 | 0");
    }

    @Test
    void case_counts_in_every_period_of_its_sourced_date() {
        var rows = FactFixture.cases(
                        """
                        case_id | clock_start | sourced_date
                        C1      | 2025-06-25  | 2025-07-01
                        C2      | 2025-06-25  | 2025-06-30
                        C3      | 2025-04-01  | 2025-04-01
                        C4      | 2025-03-30  | 2025-03-31
                        C5      | 2024-06-01  | 2024-07-01
                        C6      | 2025-06-01  |
                        """)
                .measure(BrokeringTimes.MEASURE)
                .where("setting = 'All' AND source = 'All' AND cases > 0");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "period | cases | mean_days",
                        "Month | 1 | 5",
                        "Financial year to date | 2 | 2.5",
                        "Last 12 months | 4 | 9",
                        "2025-06 | 1 | 5",
                        "2025-04 | 1 | 0",
                        "2025-03 | 1 | 1",
                        "2024-07 | 1 | 30");
    }

    @Test
    void same_period_a_year_before_is_reported() {
        var rows = FactFixture.cases(
                        """
                        case_id | sourced_date | gross_days
                        C1      | 2025-06-30   | 5
                        C2      | 2024-06-01   | 9
                        C3      | 2024-06-30   | 4
                        C4      | 2024-05-31   | 99
                        """)
                .measure(BrokeringTimes.MEASURE)
                .where("period = 'Month' AND setting = 'All' AND source = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "cases | mean_days | cases_year_before | mean_days_year_before"
                                + " | within_target_percent_year_before | _with_target_year_before"
                                + " | _within_target_year_before",
                        "1 | 5 | 2 | 6.5 | 50 | 2 | 1");
    }
}
