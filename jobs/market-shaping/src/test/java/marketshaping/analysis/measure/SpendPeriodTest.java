package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class SpendPeriodTest {

    private static final String ALL = "setting = 'All' AND purchase_route = 'All'";
    private static final String SPEND = "period | spend | spend_year_before | change_percent";

    @Test
    void first_and_last_day_of_an_overlap_are_charged() {
        var rows = FactFixture.placements(
                        """
                        person | weekly_cost | start_date | end_date
                        P1     | 700         | 2024-06-30 | 2025-06-01
                        """)
                .measure(SpendPeriod.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        SPEND,
                        "Month | 100 | 100 | 0",
                        "Financial year to date | 6200 | 100 | 6100",
                        "Last 12 months | 33600 | 100 | 33500");
    }

    @Test
    void open_placement_is_charged_to_the_end_of_the_period() {
        var rows = FactFixture.placements(
                        """
                        person | weekly_cost | start_date
                        P1     | 700         | 2020-01-01
                        """)
                .measure(SpendPeriod.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        SPEND,
                        "Month | 3000 | 3000 | 0",
                        "Financial year to date | 9100 | 9100 | 0",
                        "Last 12 months | 36500 | 36600 | -0.273224");
    }

    @Test
    void one_off_cost_falls_in_the_period_of_its_start() {
        var rows = FactFixture.placements(
                        """
                        person | weekly_cost | one_off_cost | start_date | end_date
                        P1     | 0           | 250.50       | 2025-06-30 | 2025-12-31
                        P2     | 0           | 40           | 2025-05-31 | 2025-12-31
                        P3     | 0           | 1000         | 2025-07-01 |
                        P4     | 0           | 100          | 2024-06-01 | 2024-06-01
                        """)
                .measure(SpendPeriod.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        SPEND,
                        "Month | 250.5 | 100 | 150.5",
                        "Financial year to date | 290.5 | 100 | 190.5",
                        "Last 12 months | 290.5 | 100 | 190.5");
    }

    @Test
    void change_from_zero_spend_is_empty_in_every_cell() {
        var rows = FactFixture.placements(
                        """
                        person | setting    | purchase_route | weekly_cost | start_date
                        P1     | Home care  | Spot           | 70          | 2025-06-30
                        P2     | Home care  | Not recorded   |             | 2025-06-30
                        P3     | Extra care | Spot           | -7          | 2025-06-24
                        """)
                .measure(SpendPeriod.MEASURE)
                .where("period = 'Month'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | purchase_route | spend | spend_year_before | change_percent | _people"
                                + " | _people_year_before | _people_in_both",
                        "All | All | 3 | 0 |  | 3 | 0 | 0",
                        "All | Spot | 3 | 0 |  | 2 | 0 | 0",
                        "All | Not recorded |  | 0 |  | 1 | 0 | 0",
                        "Home care | All | 10 | 0 |  | 2 | 0 | 0",
                        "Home care | Spot | 10 | 0 |  | 1 | 0 | 0",
                        "Home care | Not recorded |  | 0 |  | 1 | 0 | 0",
                        "Extra care | All | -7 | 0 |  | 1 | 0 | 0",
                        "Extra care | Spot | -7 | 0 |  | 1 | 0 | 0");
    }

    @Test
    void person_with_two_placements_counts_once() {
        var rows = FactFixture.placements(
                        """
                        person | start_date | end_date
                        P1     | 2025-06-01 | 2025-06-10
                        P1     | 2025-06-11 |
                        P2     | 2024-06-01 | 2024-06-10
                        P2     | 2024-06-11 | 2024-06-30
                        P2     | 2025-06-30 |
                        """)
                .measure(SpendPeriod.MEASURE)
                .where(ALL + " AND period = 'Month'");

        assertThatRows(rows).containsExactlyInAnyOrder("_people | _people_year_before | _people_in_both", "2 | 1 | 1");
    }

    @Test
    void placement_between_the_two_periods_is_excluded() {
        var rows = FactFixture.placements(
                        """
                        person | start_date | end_date
                        P1     | 2024-07-01 | 2025-05-31
                        """)
                .measure(SpendPeriod.MEASURE)
                .where("period = 'Month'");

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void provider_share_is_reported_for_both_periods() {
        var rows = FactFixture.placements(
                        """
                        person | provider_id | weekly_cost | start_date | end_date
                        P1     | V1          | 300         | 2020-01-01 |
                        P2     | V2          | 100         | 2025-06-01 |
                        P3     | V2          | 100         | 2024-06-01 | 2024-06-30
                        P4     | V3          | 200         | 2025-06-01 |
                        """)
                .measure(SpendPeriod.MEASURE)
                .where(ALL + " AND period = 'Month'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "_spend_top_provider_percent | _spend_year_before_top_provider_percent"
                                + " | _change_percent_top_provider_percent | _people_in_both",
                        "50 | 75 | 75 | 2");
    }
}
