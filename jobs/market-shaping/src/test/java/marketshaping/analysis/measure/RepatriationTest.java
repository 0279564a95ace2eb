package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class RepatriationTest {
    private static final String COLUMNS = "setting | need_group | people | weekly_cost | in_borough_median_weekly"
            + " | annual_difference | placements | placements_without_comparison | in_borough_placements";

    @Test
    void comparison_is_with_borough_median_of_setting_and_need() {
        var rows = FactFixture.placements(
                        """
                        person | setting      | need_group      | tier         | out_of_borough_reason | weekly_cost
                        P1     | Nursing care | Mental health   | Rest of region | No local capacity     | 1007
                        P1     | Nursing care | Mental health   | Rest of region | No local capacity     | 1000
                        P2     | Nursing care | Sensory support | Rest of region | No local capacity     | 1300
                        P3     | Extra care   | Mental health   | Rest of region | No local capacity     | 700
                        P4     | Nursing care | Mental health   | In borough   | No local capacity     | 900
                        P5     | Nursing care | Mental health   | In borough   | Not recorded          | 1100
                        P6     | Nursing care | Sensory support | In borough   | Not recorded          | 1299
                        P6     | Nursing care | Social support  | In borough   | Not recorded          | 300
                        """)
                .measure(Repatriation.MEASURE)
                .where("setting <> 'Extra care' OR need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        COLUMNS,
                        "All | All | 3 | 4007 | 1000 | 417.1428571429 | 4 | 1 | 4",
                        "All | Mental health | 2 | 2707 | 1000 | 365 | 3 | 1 | 2",
                        "All | Sensory support | 1 | 1300 | 1299 | 52.1428571429 | 1 | 0 | 1",
                        "Nursing care | All | 2 | 3307 | 1000 | 417.1428571429 | 3 | 0 | 4",
                        "Nursing care | Mental health | 1 | 2007 | 1000 | 365 | 2 | 0 | 2",
                        "Nursing care | Sensory support | 1 | 1300 | 1299 | 52.1428571429 | 1 | 0 | 1",
                        "Extra care | All | 1 | 700 |  |  | 1 | 1 | 0");
    }

    @Test
    void placement_without_positive_cost_is_not_compared() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | out_of_borough_reason | weekly_cost
                        P1     | Rest of region | No local capacity     | 807
                        P1     | Rest of region | No local capacity     | -50
                        P2     | Rest of region | No local capacity     | 0
                        P3     | Rest of region | No local capacity     |
                        P4     | In borough   | Not recorded          | 800
                        P5     | In borough   | Not recorded          | 0
                        P6     | In borough   | Not recorded          | -800
                        P7     | In borough   | Not recorded          |
                        """)
                .measure(Repatriation.MEASURE)
                .where("setting = 'All' AND need_group = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder(COLUMNS, "All | All | 3 | 757 | 800 | 365 | 4 | 3 | 1");
    }

    @Test
    void only_placements_for_lack_of_local_capacity_are_included() {
        var rows = FactFixture.placements(
                        """
                        person | setting      | tier         | out_of_borough_reason | end_date
                        P1     | Nursing care | Rest of region | Specialist need       |
                        P2     | Nursing care | Not located  | No local capacity     |
                        P3     | Home care    | Rest of region | No local capacity     |
                        P4     | Nursing care | Rest of region | No local capacity     | 2025-06-29
                        P5     | Nursing care | In borough   | No local capacity     |
                        """)
                .measure(Repatriation.MEASURE);

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void provider_share_is_reported_in_and_out_of_borough() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | out_of_borough_reason | provider_id | weekly_cost
                        P1     | Rest of region | No local capacity     | V1          | 600
                        P1     | Rest of region | No local capacity     | V1          | 300
                        P2     | Rest of region | No local capacity     | V2          | 100
                        P3     | In borough   | Not recorded          | V1          | 300
                        P4     | In borough   | Not recorded          | V3          | 700
                        """)
                .measure(Repatriation.MEASURE)
                .where("setting = 'All' AND need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "_weekly_cost_top_provider_percent | _in_borough_median_weekly_top_provider_percent"
                                + " | _annual_difference_top_provider_percent | _compared",
                        "90 | 70 | 90 | 3");
    }
}
