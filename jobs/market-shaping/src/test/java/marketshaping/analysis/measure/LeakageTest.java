package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class LeakageTest {

    @Test
    void leakage_and_addressable_spot_are_distinguished() {
        var rows = FactFixture.placements(
                        """
                        person| setting   | purchase_route| provider_id| framework_provider| lot_in_force| weekly_cost
                        P1    | Home care | Spot          | V1         | true              | true        | 100
                        P1    | Home care | Spot          | V1         | true              | true        | 50.25
                        P2    | Home care | Spot          | V2         | false             | true        | 300
                        P3    | Extra care| Spot          |            | false             | true         |
                        P4    | Extra care| Spot          | V4         | false             | false       | 400
                        P5    | Home care | Framework     | V1         | true              | true        | 500
                        """)
                .measure(Leakage.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "kind | setting | lines | people | weekly_value | providers | lines_percent | _spot_lines"
                                + " | _weekly_value_top_provider_percent",
                        "Leakage | All | 2 | 1 | 150.25 | 1 | 40 | 5 | 100",
                        "Leakage | Home care | 2 | 1 | 150.25 | 1 | 66.666667 | 3 | 100",
                        "Addressable | All | 2 | 2 | 300 | 1 | 40 | 5 | 100",
                        "Addressable | Home care | 1 | 1 | 300 | 1 | 33.333333 | 3 | 100",
                        "Addressable | Extra care | 1 | 1 |  | 0 | 50 | 2 | ");
    }

    @Test
    void only_placements_active_on_the_as_at_date_count() {
        var rows = FactFixture.placements(
                        """
                        person | framework_provider | start_date | end_date
                        P1     | true               | 2020-01-01 | 2025-06-29
                        P2     | true               | 2020-01-01 | 2025-06-30
                        P3     | true               | 2025-07-01 |
                        """)
                .measure(Leakage.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("kind | lines", "Leakage | 1");
    }

    @Test
    void same_day_a_year_before_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person| setting   | provider_id| framework_provider| lot_in_force| weekly_cost| start_date| end_date
                        P1    | Home care | V1         | true              | true        | 100        | 2024-06-30|
                        P1    | Home care | V2         | true              | true        | 300        | 2024-01-01| 2024-06-30
                        P2    | Home care | V2         | false             | true        | 200        | 2024-07-01|
                        P3    | Extra care| V3         | false             | true        |            | 2024-01-01| 2024-12-31
                        P4    | Extra care| V3         | false             | false       | 50         | 2024-01-01| 2024-12-31
                        """)
                .measure(Leakage.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "kind | setting | lines | people | weekly_value | providers | lines_percent"
                                + " | lines_year_before | people_year_before | weekly_value_year_before"
                                + " | providers_year_before | lines_percent_year_before"
                                + " | _spot_lines_year_before | _weekly_value_year_before_top_provider_percent",
                        "Leakage | All | 1 | 1 | 100 | 1 | 50 | 2 | 1 | 400 | 2 | 50 | 4 | 75",
                        "Leakage | Home care | 1 | 1 | 100 | 1 | 50 | 2 | 1 | 400 | 2 | 100 | 2 | 75",
                        "Addressable | All | 1 | 1 | 200 | 1 | 50 | 1 | 1 |  | 1 | 25 | 4 | ",
                        "Addressable | Home care | 1 | 1 | 200 | 1 | 50 | 0 | 0 | 0 | 0 | 0 | 2 | ",
                        "Addressable | Extra care | 0 | 0 | 0 | 0 |  | 1 | 1 |  | 1 | 50 | 2 | ");
    }

    @Test
    void unknown_framework_membership_gives_no_rows() {
        var rows = FactFixture.placements(
                        """
                        person | framework_provider | lot_in_force
                        P1     |                    |
                        """)
                .measure(Leakage.MEASURE);

        assertThatRows(rows).hasNoRows();
    }
}
