package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class ContractsExpiringTest {

    @Test
    void contracts_are_grouped_by_their_last_day() {
        var rows = FactFixture.placements(
                        """
                        person| contract_end| weekly_cost
                        P1    | 2019-12-31  | 1
                        P2    | 2025-06-29  | 2
                        P3    | 2025-06-30  | 4
                        P4    | 2025-12-30  | 8
                        P5    | 2025-12-31  | 16
                        P6    | 2026-06-30  | 32
                        P7    | 2026-07-01  | 64
                        P8    |             | 128
                        """)
                .measure(ContractsExpiring.MEASURE)
                .where("setting = 'All' AND purchase_route = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "state | lines | weekly_value",
                        "Expired | 2 | 3",
                        "Within 6 months | 2 | 12",
                        "Within 12 months | 4 | 60");
    }

    @Test
    void person_counts_once_per_cell_and_known_costs_add_up() {
        var rows = FactFixture.placements(
                        """
                        person| setting   | purchase_route| provider_id| contract_end| weekly_cost
                        P1    | Home care | Spot          | V1         | 2025-01-01  | 100
                        P1    | Home care | Framework     | V2         | 2025-01-01  | 300
                        P2    | Extra care| Spot          | V1         | 2025-01-01  |
                        """)
                .measure(ContractsExpiring.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | purchase_route | lines | weekly_value | people | _weekly_value_top_provider_percent",
                        "Home care | Spot | 1 | 100 | 1 | 100",
                        "Home care | Framework | 1 | 300 | 1 | 100",
                        "Home care | All | 2 | 400 | 1 | 75",
                        "Extra care | Spot | 1 |  | 1 | ",
                        "Extra care | All | 1 |  | 1 | ",
                        "All | Spot | 2 | 100 | 2 | 100",
                        "All | Framework | 1 | 300 | 1 | 100",
                        "All | All | 3 | 400 | 2 | 75");
    }

    @Test
    void placement_ended_with_its_contract_is_excluded() {
        var rows = FactFixture.placements(
                        """
                        person | contract_end | end_date
                        P1     | 2025-06-29   | 2025-06-29
                        """)
                .measure(ContractsExpiring.MEASURE);

        assertThatRows(rows).hasNoRows();
    }
}
