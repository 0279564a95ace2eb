package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobStockTest {

    private static final String ALL =
            "setting = 'All' AND need_group = 'All' AND age_band = 'All' AND purchase_route = 'All'";

    @Test
    void people_count_once_and_percentages_are_of_located() {
        var rows = FactFixture.placements(
                        """
                        person | tier              | weekly_cost
                        P1     | In borough        | 1000.10
                        P1     | Outside region    | 2000.20
                        P2     | Partner area | 500
                        P2     | Outside region    | 0
                        P3     | Rest of region      | -50
                        P4     | Not located       |
                        """)
                .measure(OobStock.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "people | placements | in_borough | partner_area | rest_of_region | outside_region |"
                                + " not_located | out_of_borough | out_of_borough_percent | outside_region_percent |"
                                + " people_out_of_borough | weekly_cost | placements_without_cost | _located",
                        "4 | 6 | 1 | 1 | 1 | 2 | 1 | 4 | 80 | 40 | 3 | 3450.3 | 1 | 5");
    }

    @Test
    void every_setting_need_age_and_route_combination_has_a_row() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | need_group          | turns_65   | purchase_route
                        P1     | Supported living | Mental health       | 2030-01-01 | Spot
                        P2     | Supported living | Mental health       | 2025-06-30 | Framework
                        P3     | Nursing care     | Memory and cognition |           | Spot
                        """)
                .measure(OobStock.MEASURE);

        assertThatRows(rows.where("need_group = 'All' AND age_band = 'All'"))
                .containsExactlyInAnyOrder(
                        "setting | purchase_route | people",
                        "All | All | 3",
                        "All | Spot | 2",
                        "All | Framework | 1",
                        "Supported living | All | 2",
                        "Supported living | Spot | 1",
                        "Supported living | Framework | 1",
                        "Nursing care | All | 1",
                        "Nursing care | Spot | 1");
        assertThatRows(rows.where("setting = 'All' AND purchase_route = 'All' AND need_group = 'All'"))
                .containsExactlyInAnyOrder(
                        "age_band | people", "All | 3", "18 to 64 | 1", "65 and over | 1", "Not recorded | 1");
        assertThatRows(rows.where("setting <> 'All' AND need_group <> 'All' AND age_band <> 'All'"
                        + " AND purchase_route <> 'All'"))
                .containsExactlyInAnyOrder(
                        "setting | need_group | age_band | purchase_route | people",
                        "Supported living | Mental health | 18 to 64 | Spot | 1",
                        "Supported living | Mental health | 65 and over | Framework | 1",
                        "Nursing care | Memory and cognition | Not recorded | Spot | 1");
    }

    @Test
    void person_in_two_settings_counts_in_each_and_once_in_all() {
        var rows = FactFixture.placements(
                        """
                        person | setting
                        P1     | Extra care
                        P1     | Shared Lives
                        """)
                .measure(OobStock.MEASURE)
                .where("need_group = 'All' AND age_band = 'All' AND purchase_route = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | people | placements", "All | 1 | 2", "Extra care | 1 | 1", "Shared Lives | 1 | 1");
    }

    @Test
    void only_active_accommodation_with_care_counts() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | start_date | end_date
                        P1     | Residential care | 2025-06-30 |
                        P2     | Residential care | 2025-07-01 |
                        P3     | Residential care | 2020-01-01 | 2025-06-30
                        P4     | Residential care | 2020-01-01 | 2025-06-29
                        P5     | Home care        | 2020-01-01 |
                        """)
                .measure(OobStock.MEASURE)
                .where(ALL);

        assertThatRows(rows).containsExactlyInAnyOrder("people | placements", "2 | 2");
    }

    @Test
    void unknown_locations_and_costs_give_empty_figures() {
        var rows = FactFixture.placements(
                        """
                        person | tier        | weekly_cost
                        P1     | Not located |
                        """)
                .measure(OobStock.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "out_of_borough_percent | outside_region_percent | weekly_cost |"
                                + " _weekly_cost_top_provider_percent",
                        " | | | ");
    }

    @Test
    void largest_provider_share_of_cost_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person | provider_id | weekly_cost
                        P1     | V1          | 300
                        P1     | V1          | 300
                        P2     | V1          | -500
                        P2     | V2          | 200
                        P3     |             | 200
                        """)
                .measure(OobStock.MEASURE)
                .where(ALL);

        assertThatRows(rows).containsExactlyInAnyOrder("weekly_cost | _weekly_cost_top_provider_percent", "500 | 60");
    }

    @Test
    void facts_without_placements_give_no_rows() {
        assertThatRows(FactFixture.placements("person").measure(OobStock.MEASURE))
                .hasNoRows();
    }
}
