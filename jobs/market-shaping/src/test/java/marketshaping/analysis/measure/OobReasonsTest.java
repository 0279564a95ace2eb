package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobReasonsTest {

    @Test
    void shares_are_of_placements_with_a_recorded_reason() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | setting      | out_of_borough_reason | weekly_cost
                        P1     | Rest of region | Extra care   | No local capacity     | 1000
                        P1     | Rest of region | Extra care   | No local capacity     | 500.25
                        P2     | Rest of region | Extra care   | Specialist need       | 700
                        P3     | Rest of region | Extra care   | Not recorded          |
                        P1     | Rest of region | Nursing care | Specialist need       | 100
                        P4     | In borough   | Nursing care | Specialist need       | 100
                        P5     | Not located  | Nursing care | Specialist need       | 100
                        """)
                .measure(OobReasons.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "reason | setting | people | placements | share_percent | avoidable | weekly_cost",
                        "All | All | 3 | 5 | 100 | All | 2300.25",
                        "All | Extra care | 3 | 4 | 100 | All | 2200.25",
                        "All | Nursing care | 1 | 1 | 100 | All | 100",
                        "No local capacity | All | 1 | 2 | 50 | Yes | 1500.25",
                        "No local capacity | Extra care | 1 | 2 | 66.666667 | Yes | 1500.25",
                        "Specialist need | All | 2 | 2 | 50 | No | 800",
                        "Specialist need | Extra care | 1 | 1 | 33.333333 | No | 700",
                        "Specialist need | Nursing care | 1 | 1 | 100 | No | 100",
                        "Not recorded | All | 1 | 1 |  | Not known | ",
                        "Not recorded | Extra care | 1 | 1 |  | Not known | ");
    }

    @Test
    void year_before_is_reported_even_if_no_placement_is_left() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | out_of_borough_reason | start_date | end_date
                        P1     | Rest of region | Specialist need       | 2024-06-30 | 2025-06-29
                        P2     | Rest of region | Moved by provider     | 2024-06-30 |
                        P2     | Rest of region | Moved by provider     | 2024-07-01 |
                        """)
                .measure(OobReasons.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "reason | people | placements | share_percent | weekly_cost | placements_year_before",
                        "All | 1 | 2 | 100 | 1400 | 2",
                        "Specialist need | 0 | 0 | 0 |  | 1",
                        "Moved by provider | 1 | 2 | 100 | 1400 | 1");
    }

    @Test
    void shares_are_empty_if_no_reason_is_recorded() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | out_of_borough_reason
                        P1     | Rest of region | Not recorded
                        """)
                .measure(OobReasons.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "reason | placements | share_percent | _share_of", "All | 1 |  | 1", "Not recorded | 1 |  | 0");
    }

    @Test
    void largest_provider_share_of_cost_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | provider_id | weekly_cost | start_date
                        P1     | Rest of region | V1          | 300         | 2020-01-01
                        P1     | Rest of region | V1          | -500        | 2025-06-30
                        P2     | Rest of region | V2          | 100         | 2025-06-30
                        """)
                .measure(OobReasons.MEASURE)
                .where("setting = 'All' AND reason = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("weekly_cost | _weekly_cost_top_provider_percent", "-100 | 75");
    }
}
