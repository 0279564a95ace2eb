package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void percentiles_are_interpolated_per_cell_and_total() {
        var rows = FactFixture.placements(
                        """
                        person| tier          | purchase_route| provider_id| weekly_cost
                        P1    | In borough    | Spot          | V1         | 100
                        P2    | In borough    | Spot          | V1         | 100
                        P3    | In borough    | Spot          | V2         | 200.50
                        P4    | In borough    | Spot          |            | 400
                        P5    | Outside region| Spot          | V2         | 1000
                        P6    | Outside region| Framework     | V1         | 300
                        """)
                .measure(Price.MEASURE)
                .where("setting = 'Residential care' AND need_group = 'All' AND age_band = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | purchase_route | lines | p25 | median | p75 | p90",
                        "In borough | Spot | 4 | 100 | 150.25 | 250.375 | 340.15",
                        "In borough | All | 4 | 100 | 150.25 | 250.375 | 340.15",
                        "Outside region | Spot | 1 | 1000 | 1000 | 1000 | 1000",
                        "Outside region | Framework | 1 | 300 | 300 | 300 | 300",
                        "Outside region | All | 2 | 475 | 650 | 825 | 930",
                        "All | Spot | 5 | 100 | 200.5 | 400 | 760",
                        "All | Framework | 1 | 300 | 300 | 300 | 300",
                        "All | All | 6 | 125.125 | 250.25 | 375 | 700");
    }

    @Test
    void unpriced_and_inactive_placements_are_excluded() {
        var rows = FactFixture.placements(
                        """
                        person | setting   | weekly_cost | start_date | end_date
                        P1     | Home care | 100         | 2020-01-01 | 2025-06-30
                        P2     | Home care |             | 2020-01-01 |
                        P3     | Home care | 0           | 2020-01-01 |
                        P4     | Home care | -50         | 2020-01-01 |
                        P5     | Home care | 900         | 2020-01-01 | 2025-06-29
                        P6     | Home care | 900         | 2025-07-01 |
                        """)
                .measure(Price.MEASURE)
                .where("setting = 'All' AND need_group = 'All' AND age_band = 'All' AND tier = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder("purchase_route | lines | median", "Spot | 1 | 100", "All | 1 | 100");
    }

    @Test
    void largest_provider_share_of_cost_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person| purchase_route| provider_id| weekly_cost
                        P1    | Spot          | V1         | 100
                        P1    | Spot          | V1         | 200
                        P2    | Spot          | V2         | 300
                        P3    | Spot          |            | 400
                        P4    | Framework     |            | 700
                        """)
                .measure(Price.MEASURE)
                .where("setting = 'All' AND need_group = 'All' AND age_band = 'All' AND tier = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "purchase_route | lines | _median_top_provider_percent | _p90_top_provider_percent",
                        "Spot | 4 | 30 | 30",
                        "Framework | 1 |  | ",
                        "All | 5 | 17.647059 | 17.647059");
    }
}
