package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;

class PaymentsRouteTest {
    static final String PAYMENT =
            "payment_date DATE, first_day_of_month DATE, provider_id STRING, provider_name STRING,"
                    + " amount DECIMAL(18,4), setting STRING, purchase_route STRING";

    @Test
    void shares_are_of_classified_payments_only() {
        var rows = payments(
                        """
                        first_day_of_month| provider_id| setting   | purchase_route| amount
                        2025-06-01        | V1         | Home care | Spot          | 400
                        2025-06-01        | V1         | Home care | Spot          | -100
                        2025-06-01        | V2         | Home care | Framework     | 700
                        2025-06-01        | V2         | Home care |               | 50
                        2025-06-01        |            |           | Spot          | 1000
                        2025-06-01        | V3         |           |               | 10
                        """)
                .measure(PaymentsRoute.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | setting | purchase_route | payments | amount | share_percent"
                                + " | _amount_top_provider_percent",
                        "2025-06 | Home care | Spot | 2 | 300 | 30 | 100",
                        "2025-06 | Home care | Framework | 1 | 700 | 70 | 100",
                        "2025-06 | Home care | Not classified | 1 | 50 |  | 100",
                        "2025-06 | Home care | All | 4 | 1050 |  | 65.217391",
                        "2025-06 | Not classified | Spot | 1 | 1000 | 100 | ",
                        "2025-06 | Not classified | Not classified | 1 | 10 |  | 100",
                        "2025-06 | Not classified | All | 2 | 1010 |  | 0.990099",
                        "2025-06 | All | Spot | 3 | 1300 | 65 | 28.571429",
                        "2025-06 | All | Framework | 1 | 700 | 35 | 100",
                        "2025-06 | All | Not classified | 2 | 60 |  | 83.333333",
                        "2025-06 | All | All | 6 | 2060 |  | 34.722222");
    }

    @Test
    void payments_cover_the_last_24_completed_months() {
        var rows = payments(
                        """
                        first_day_of_month | setting   | purchase_route | amount
                        2025-07-01         | Home care | Spot           | 1
                        2025-06-01         | Home care | Spot           | 2
                        2023-07-01         | Home care | Spot           | 4
                        2023-06-01         | Home care | Spot           | 8
                        """)
                .measure(PaymentsRoute.MEASURE)
                .where("setting = 'All' AND purchase_route = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("month | amount", "2025-06 | 2", "2023-07 | 4");
    }

    @Test
    void implausible_payment_is_refused_with_its_supplier() {
        FactFixture payments = payments(
                """
                payment_date | first_day_of_month | provider_id | amount
                2025-06-07   | 2025-06-01         | V1          | 10000000000
                2025-06-08   | 2025-06-01         | V2          | 77009001234
                """);

        assertThatThrownBy(() -> payments.measure(PaymentsRoute.MEASURE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("MS-1318: A payment on 2025-06-08 to supplier V2 is £77,009,001,234");
    }

    @Test
    void payments_that_cancel_out_have_no_share() {
        var rows = payments(
                        """
                        first_day_of_month | setting   | purchase_route | amount
                        2025-06-01         | Home care | Spot           | 100
                        2025-06-01         | Home care | Block          | -100
                        """)
                .measure(PaymentsRoute.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "purchase_route | payments | amount | share_percent",
                        "Spot | 1 | 100 | ",
                        "Block | 1 | -100 | ",
                        "All | 2 | 0 | ");
    }

    private static FactFixture payments(String text) {
        return FactFixture.asAt("2025-06-30").with("payment", PAYMENT, text);
    }
}
