package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class SpendCommitmentTest {

    private static final String ALL_CARE = "setting = 'All' AND need_group = 'All'";

    @Test
    void weekly_and_annual_cost_add_up_by_route() {
        var rows = FactFixture.placements(
                        """
                        person | purchase_route | weekly_cost
                        P1     | Spot           | 70.07
                        P1     | Framework      | 140
                        P2     | Spot           | -7
                        P3     | Not recorded   |
                        """)
                .measure(SpendCommitment.MEASURE)
                .where(ALL_CARE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "purchase_route | people | placements | weekly_commitment | annual_commitment"
                                + " | placements_without_cost",
                        "All | 3 | 4 | 203.07 | 10588.65 | 1",
                        "Spot | 2 | 2 | 63.07 | 3288.65 | 0",
                        "Framework | 1 | 1 | 140 | 7300 | 0",
                        "Not recorded | 1 | 1 |  |  | 1");
    }

    @Test
    void spot_share_is_of_the_four_bought_routes_only() {
        var rows = FactFixture.placements(
                        """
                        person | purchase_route            | weekly_cost
                        P1     | Spot                      | 600
                        P2     | Framework                 | 200
                        P3     | Dynamic purchasing system | 100
                        P4     | Block                     | 100
                        P5     | In-house                  | 999
                        P6     | Direct payment            | 999
                        P7     | Not recorded              | 999
                        """)
                .measure(SpendCommitment.MEASURE)
                .where(ALL_CARE);

        assertThatRows(rows.where("purchase_route IN ('All', 'Spot')"))
                .containsExactlyInAnyOrder(
                        "purchase_route | spot_share_percent | spot_share_placements_percent"
                                + " | _spot_placements | _bought_placements",
                        "All | 60 | 25 | 1 | 4",
                        "Spot |  |  | 1 | 4");
    }

    @Test
    void spot_share_is_zero_without_spot_and_empty_if_not_bought() {
        var rows = FactFixture.placements(
                        """
                        person | setting    | purchase_route
                        P1     | Home care  | Framework
                        P2     | Extra care | In-house
                        """)
                .measure(SpendCommitment.MEASURE)
                .where("setting <> 'All' AND need_group = 'All' AND purchase_route = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | spot_share_percent | spot_share_placements_percent",
                        "Home care | 0 | 0",
                        "Extra care |  | ");
    }

    @Test
    void same_day_a_year_before_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person | purchase_route | weekly_cost | start_date | end_date
                        P1     | Spot           | 300         | 2020-01-01 | 2024-06-30
                        P2     | Framework      | 100         | 2024-06-30 |
                        P3     | Spot           | 100         | 2024-07-01 | 2025-06-30
                        """)
                .measure(SpendCommitment.MEASURE)
                .where(ALL_CARE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "purchase_route | people | weekly_commitment | spot_share_percent |"
                                + " weekly_commitment_year_before | spot_share_percent_year_before |"
                                + " spot_share_placements_percent_year_before | _people_year_before",
                        "All | 2 | 200 | 50 | 400 | 75 | 50 | 2",
                        "Spot | 1 | 100 |  | 300 |  |  | 1",
                        "Framework | 1 | 100 |  | 100 |  |  | 1");
    }

    @Test
    void empty_cell_that_had_people_a_year_before_is_kept() {
        var rows = FactFixture.placements(
                        """
                        person | end_date
                        P1     | 2024-12-31
                        """)
                .measure(SpendCommitment.MEASURE)
                .where(ALL_CARE + " AND purchase_route = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "people | placements | weekly_commitment | weekly_commitment_year_before", "0 | 0 |  | 700");
    }

    @Test
    void provider_share_is_reported_for_all_and_for_spot_cost() {
        var rows = FactFixture.placements(
                        """
                        person | purchase_route | provider_id | weekly_cost
                        P1     | Spot           | V1          | 300
                        P2     | Spot           | V2          | 100
                        P3     | Framework      | V2          | 600
                        """)
                .measure(SpendCommitment.MEASURE)
                .where(ALL_CARE + " AND purchase_route = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "_weekly_commitment_top_provider_percent | _annual_commitment_top_provider_percent"
                                + " | _spot_share_percent_top_provider_percent",
                        "70 | 70 | 75");
    }
}
