package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class RouteOfNewTest {

    private static final String STARTED_OVER_TWO_YEARS =
            """
            person | purchase_route | start_date
            P0     | Spot           | 2023-06-30
            P1     | Spot           | 2023-07-01
            P2     | Spot           | 2025-02-01
            P3     | Framework      | 2025-02-02
            P4     | Framework      | 2025-06-30
            P5     | Framework      | 2025-07-01
            """;

    @Test
    void starts_per_month_are_split_by_route() {
        var rows = FactFixture.placements(
                        """
                        person | setting    | purchase_route | weekly_cost | start_date
                        P1     | Home care  | Spot           | 100.50      | 2025-05-01
                        P1     | Home care  | Spot           | 50          | 2025-05-31
                        P2     | Home care  | Not recorded   |             | 2025-05-15
                        P3     | Extra care | Framework      | 10          | 2025-05-15
                        """)
                .measure(RouteOfNew.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | setting | purchase_route | placements | weekly_value | share_percent"
                                + " | _placements_all_routes",
                        "2025-05 | All | All | 4 | 160.5 | 100 | 4",
                        "2025-05 | All | Spot | 2 | 150.5 | 50 | 4",
                        "2025-05 | All | Not recorded | 1 |  | 25 | 4",
                        "2025-05 | All | Framework | 1 | 10 | 25 | 4",
                        "2025-05 | Home care | All | 3 | 150.5 | 100 | 3",
                        "2025-05 | Home care | Spot | 2 | 150.5 | 66.666667 | 3",
                        "2025-05 | Home care | Not recorded | 1 |  | 33.333333 | 3",
                        "2025-05 | Extra care | All | 1 | 10 | 100 | 1",
                        "2025-05 | Extra care | Framework | 1 | 10 | 100 | 1");
    }

    @Test
    void starts_before_and_after_go_live_are_compared() {
        var rows = FactFixture.asAt("2025-06-30")
                .withGoLive("2025-02-02")
                .withPlacements(STARTED_OVER_TWO_YEARS)
                .measure(RouteOfNew.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows.where("month LIKE '%go-live'"))
                .containsExactlyInAnyOrder(
                        "month | purchase_route | placements | share_percent",
                        "Before go-live | All | 2 | 100",
                        "Before go-live | Spot | 2 | 100",
                        "After go-live | All | 2 | 100",
                        "After go-live | Framework | 2 | 100");
        assertThatRows(rows.where("month NOT LIKE '%go-live' AND purchase_route = 'All'"))
                .containsExactlyInAnyOrder("month | placements", "2023-07 | 1", "2025-02 | 2", "2025-06 | 1");
    }

    @Test
    void future_go_live_gives_no_comparison() {
        var rows = FactFixture.asAt("2025-06-30")
                .withGoLive("2025-07-01")
                .withPlacements(STARTED_OVER_TWO_YEARS)
                .measure(RouteOfNew.MEASURE)
                .where("month LIKE '%go-live'");

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void unknown_go_live_gives_no_comparison() {
        var rows = FactFixture.asAt("2025-06-30")
                .withoutGoLive()
                .withPlacements(STARTED_OVER_TWO_YEARS)
                .measure(RouteOfNew.MEASURE)
                .where("month LIKE '%go-live'");

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void starts_all_follow_a_go_live_before_the_24_months() {
        var rows = FactFixture.asAt("2025-06-30")
                .withGoLive("2020-01-01")
                .withPlacements(STARTED_OVER_TWO_YEARS)
                .measure(RouteOfNew.MEASURE)
                .where("month LIKE '%go-live' AND setting = 'All' AND purchase_route = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("month | placements", "After go-live | 4");
    }
}
