package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final String COLUMNS = "provider_id | provider_name | committed | paid | difference | state"
            + " | matched_providers | only_paid_providers | only_committed_providers";

    @Test
    void paid_is_compared_with_committed_per_provider() {
        var rows = FactFixture.placements(
                        """
                        provider_id| weekly_cost| one_off_cost| start_date| end_date
                        V1         | 70         | 0           | 2020-01-01| 2025-06-10
                        V1         | 0          | 25          | 2025-06-30| 2025-06-30
                        V1         | 0          | 99          | 2025-05-31|
                        V1         |            | 0           | 2020-01-01|
                        V2         | 70         | 0           | 2025-06-30|
                                   | 7          | 0           | 2025-06-30|
                        """)
                .with("contract", BlockUseTest.CONTRACT, "contract_id")
                .with(
                        "payment",
                        PaymentsRouteTest.PAYMENT,
                        """
                        first_day_of_month| provider_id| provider_name| setting   | purchase_route| amount
                        2025-06-01        | V1         | Payee 1      | Home care | Spot          | 140
                        2025-06-01        | V1         | Payee 1      |           |               | -10
                        2025-06-01        | V3         | Payee 3      | Home care |               | 30
                        2025-06-01        | V4         | Payee 4      |           |               | 1000
                        2025-06-01        |            | Payee 5      |           | Spot          | 2
                        2025-06-01        |            | Payee 6      |           |               | 1000
                        """)
                .measure(Reconciliation.MEASURE)
                .where("month = '2025-06'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        COLUMNS,
                        "V1 | Name of V1 | 125 | 130 | 5 | Matched | 1 | 0 | 0",
                        "V2 | Name of V2 | 10 | 0 | -10 | Only committed | 0 | 0 | 1",
                        "V3 | Payee 3 | 0 | 30 | 30 | Only paid | 0 | 1 | 0",
                        "Not recorded | Not recorded | 1 | 2 | 1 | Matched | 1 | 0 | 0",
                        "All | All | 136 | 162 | 26 | All | 2 | 1 | 1");
    }

    @Test
    void unclassified_payments_to_care_providers_count() {
        var rows = FactFixture.placements(
                        """
                        provider_id| provider_name| weekly_cost| start_date| end_date
                        V1         | Alder        | 7          | 2010-01-01| 2010-12-31
                        V1         | Birch        | 7          | 2010-01-01| 2010-12-31
                        V2         |              | 7          | 2010-01-01| 2010-12-31
                        """)
                .with(
                        "contract",
                        BlockUseTest.CONTRACT,
                        """
                        contract_id | provider_id | provider_name
                        K1          | V1          | Zelkova
                        K2          | V2          | Cedar
                        K3          | V3          |
                        """)
                .with(
                        "payment",
                        PaymentsRouteTest.PAYMENT,
                        """
                        first_day_of_month | provider_id | provider_name | amount
                        2025-06-01         | V1          | Payee         | 1
                        2024-07-01         | V2          | Payee         | 2
                        2024-07-01         | V3          |               | 4
                        2024-06-01         | V1          | Payee         | 8
                        2025-07-01         | V1          | Payee         | 16
                        2025-06-01         | V4          | Payee         | 32
                        """)
                .measure(Reconciliation.MEASURE)
                .where("provider_id <> 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | provider_id | provider_name | paid | state",
                        "2025-06 | V1 | Birch | 1 | Only paid",
                        "2024-07 | V2 | Cedar | 2 | Only paid",
                        "2024-07 | V3 | Not recorded | 4 | Only paid");
    }

    @Test
    void zero_paid_and_zero_committed_give_no_row() {
        var rows = FactFixture.placements(
                        """
                        provider_id | weekly_cost
                        V1          | 70
                        V1          | -70
                        """)
                .with("contract", BlockUseTest.CONTRACT, "contract_id")
                .with(
                        "payment",
                        PaymentsRouteTest.PAYMENT,
                        """
                        first_day_of_month | provider_id | setting   | amount
                        2025-06-01         | V1          | Home care | 5
                        2025-06-01         | V1          | Home care | -5
                        """)
                .measure(Reconciliation.MEASURE);

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void provider_named_like_a_total_is_counted_separately() {
        var rows = FactFixture.placements(
                        """
                        provider_id | provider_name | weekly_cost | start_date
                        All         | All           | 7           | 2025-06-30
                        V1          | Alder         | 7           | 2025-06-30
                        """)
                .with("contract", BlockUseTest.CONTRACT, "contract_id")
                .with("payment", PaymentsRouteTest.PAYMENT, "provider_id")
                .measure(Reconciliation.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "provider_id | committed | state",
                        "All | 1 | Only committed",
                        "V1 | 1 | Only committed",
                        "All | 2 | All");
    }
}
