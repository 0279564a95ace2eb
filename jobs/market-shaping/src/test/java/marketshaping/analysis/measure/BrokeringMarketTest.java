package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class BrokeringMarketTest {

    @Test
    void offers_are_reported_for_cases_that_record_them() {
        var rows = FactFixture.cases(
                        """
                        setting          | sourced_date | offers_sought | offers_received
                        Residential care | 2025-06-10   | 1             | 1
                        Residential care | 2025-06-10   | 4             | 2
                        Residential care | 2025-06-10   | 5             |
                        Home care        | 2025-06-10   |               | 3
                        Day support      | 2025-06-10   |               |
                        """)
                .measure(BrokeringMarket.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | cases | offers_sought | offers_received | mean_offers_sought"
                                + " | mean_offers_received | two_or_more_offers | two_or_more_offers_percent"
                                + " | single_provider | single_provider_percent | sought_not_recorded"
                                + " | received_not_recorded | _sought_recorded | _received_recorded",
                        "All | 5 | 10 | 6 | 3.333333 | 2 | 2 | 66.666667 | 1 | 33.333333 | 2 | 2 | 3 | 3",
                        "Residential care | 3 | 10 | 3 | 3.333333 | 1.5 | 1 | 50 | 1 | 33.333333 | 0 | 1 | 3 | 2",
                        "Home care | 1 |  | 3 |  | 3 | 1 | 100 | 0 |  | 1 | 0 | 0 | 1",
                        "Day support | 1 |  |  |  |  | 0 |  | 0 |  | 1 | 1 | 0 | 0");
    }

    @Test
    void only_cases_sourced_in_the_last_12_months_count() {
        String cases =
                """
                sourced_date | offers_sought
                2024-02-29   | 1
                2024-03-01   | 2
                2025-02-28   | 4
                2025-03-01   | 8
                             | 16
                """;

        assertThatRows(FactFixture.asAt("2025-02-28")
                        .withCases(cases)
                        .measure(BrokeringMarket.MEASURE)
                        .where("setting = 'All'"))
                .containsExactlyInAnyOrder("cases | offers_sought", "2 | 6");
        assertThatRows(FactFixture.asAt("2020-02-28").withCases(cases).measure(BrokeringMarket.MEASURE))
                .hasNoRows();
        assertThatRows(FactFixture.asAt("2030-02-28").withCases(cases).measure(BrokeringMarket.MEASURE))
                .hasNoRows();
    }
}
