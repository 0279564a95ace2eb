package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class BlockUseTest {
    static final String CONTRACT =
            "contract_id STRING, purchase_route STRING, provider_id STRING, provider_name STRING, setting STRING,"
                    + " start_date DATE, end_date DATE, block_places INT, place_weekly_cost DECIMAL(20,8)";

    @Test
    void occupied_nights_are_compared_with_bought_nights() {
        var rows = FactFixture.placements(
                        """
                        contract_id| start_date| end_date
                        B1         | 2020-01-01|
                        B1         | 2025-06-11| 2025-06-20
                        B1         | 2020-01-01| 2025-05-31
                        B2         | 2025-06-01|
                        B2         | 2020-01-01| 2025-06-30
                        S1         | 2020-01-01|
                                   | 2020-01-01|
                        """)
                .with(
                        "contract",
                        CONTRACT,
                        """
                        contract_id| purchase_route| setting         | start_date| end_date  | block_places| place_weekly_cost
                        B1         | Block         | Residential care| 2024-01-01|           | 2           | 700
                        B2         | Block         | Residential care| 2025-06-21|           | 1           |
                        B3         | Block         | Not recorded    | 2024-01-01| 2025-06-10| 3           |
                        B4         | Block         | Extra care      | 2024-01-01|           |             | 700
                        B5         | Block         | Extra care      | 2024-01-01| 2025-05-31| 1           | 700
                        S1         | Spot          | Extra care      | 2024-01-01|           | 1           | 700
                        """)
                .measure(BlockUse.MEASURE)
                .where("period = 'Month'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | contracts | block_places | bought_nights | occupied_nights | use_percent"
                                + " | void_nights | void_cost | void_nights_without_price | _lines",
                        "Residential care | 2 | 3 | 70 | 60 | 85.714286 | 20 | 2000 | 0 | 4",
                        "Not recorded | 1 | 3 | 30 | 0 | 0 | 30 |  | 30 | 0",
                        "All | 3 | 6 | 100 | 60 | 60 | 50 | 2000 | 30 | 4");
    }

    @Test
    void nights_outside_a_period_are_not_counted() {
        var rows = FactFixture.placements(
                        """
                        contract_id| start_date| end_date
                        B1         | 2025-03-31| 2025-06-01
                        """)
                .with(
                        "contract",
                        CONTRACT,
                        """
                        contract_id| purchase_route| provider_id| setting   | start_date| end_date  | block_places| place_weekly_cost
                        B1         | Block         | V1         | Extra care| 2020-01-01|           | 1           | 70
                        B2         | Block         | V2         | Extra care| 2024-07-01| 2024-07-10| 1           | 70
                        """)
                .measure(BlockUse.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "period | contracts | bought_nights | occupied_nights | void_nights | void_cost"
                                + " | _void_cost_top_provider_percent",
                        "Month | 1 | 30 | 1 | 29 | 290 | 100",
                        "Financial year to date | 1 | 91 | 62 | 29 | 290 | 100",
                        "Last 12 months | 2 | 375 | 63 | 312 | 3120 | 96.794872");
    }
}
