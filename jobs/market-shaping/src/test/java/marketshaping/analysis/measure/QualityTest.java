package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class QualityTest {
    private static final String ALL = "tier = 'All' AND purchase_route = 'All'";
    private static final String RATINGS =
            "outstanding | good | requires_improvement | inadequate | not_rated | deregistered";

    @Test
    void worst_rating_applies_to_people_and_providers_not_money() {
        var rows = FactFixture.placements(
                        """
                        person | provider_id | rating               | registered_to | weekly_cost
                        P1     | V1          | Outstanding          |               | 100.10
                        P1     | V1          | Good                 |               | 200
                        P2     | V1          |                      |               | 400
                        P3     | V2          | Requires improvement |               | 800
                        P3     | V3          | Inadequate           |               | 1600
                        P4     | V3          | Good                 | 2025-06-29    | 3200
                        P5     | V4          | Outstanding          |               |
                        P6     |             | Good                 |               | 6400
                        P6     |             | Good                 |               | -400
                        """)
                .measure(Quality.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "basis | good_or_outstanding_percent | " + RATINGS,
                        "People | 75 | 1 | 2 | 0 | 1 | 1 | 1",
                        "Weekly value | 72.41411 | 100.1 | 6200 | 800 | 1600 | 400 | 3200",
                        "Providers | 50 | 1 | 0 | 1 | 0 | 1 | 1");
    }

    @Test
    void ratings_are_ranked_from_deregistered_to_outstanding() {
        var rows = FactFixture.placements(
                        """
                        person | rating               | registered_to
                        P1     | Inadequate           |
                        P1     | Good                 | 2020-01-01
                        P2     | Requires improvement |
                        P2     | Inadequate           |
                        P3     |                      |
                        P3     | Requires improvement |
                        P4     | Good                 |
                        P4     |                      |
                        P5     | Outstanding          |
                        P5     | Good                 |
                        P6     | Outstanding          |
                        P6     | Outstanding          |
                        """)
                .measure(Quality.MEASURE)
                .where(ALL + " AND basis = 'People'");

        assertThatRows(rows).containsExactlyInAnyOrder(RATINGS, "1 | 1 | 1 | 1 | 1 | 1");
    }

    @Test
    void person_can_have_a_different_rating_in_each_cell() {
        var rows = FactFixture.placements(
                        """
                        person | tier       | purchase_route | rating
                        P1     | In borough | Spot           | Good
                        P1     | In borough | Block          | Inadequate
                        """)
                .measure(Quality.MEASURE)
                .where("basis = 'People'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | purchase_route | good_or_outstanding_percent | good | inadequate",
                        "All | All | 0 | 0 | 1",
                        "All | Spot | 100 | 1 | 0",
                        "All | Block | 0 | 0 | 1",
                        "In borough | All | 0 | 0 | 1",
                        "In borough | Spot | 100 | 1 | 0",
                        "In borough | Block | 0 | 0 | 1");
    }

    @Test
    void unknown_cost_gives_zeros_and_no_provider_gives_no_row() {
        var rows = FactFixture.placements(
                        """
                        person | provider_id | rating | weekly_cost
                        P1     |             |        |
                        """)
                .measure(Quality.MEASURE)
                .where(ALL);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "basis | good_or_outstanding_percent | " + RATINGS,
                        "People |  | 0 | 0 | 0 | 0 | 1 | 0",
                        "Weekly value |  | 0 | 0 | 0 | 0 | 0 | 0");
    }

    @Test
    void direct_payments_and_inactive_placements_are_excluded() {
        var rows = FactFixture.placements(
                        """
                        person | setting        | end_date
                        P1     | Direct payment |
                        P2     | Respite        | 2025-06-29
                        P3     | Home care      | 2025-06-30
                        """)
                .measure(Quality.MEASURE)
                .where(ALL + " AND basis = 'People'");

        assertThatRows(rows).containsExactlyInAnyOrder(RATINGS, "0 | 1 | 0 | 0 | 0 | 0");
    }

    @Test
    void supporting_counts_and_provider_share_are_reported() {
        var rows = FactFixture.placements(
                        """
                        person | provider_id | rating               | weekly_cost
                        P1     | V1          | Good                 | 100
                        P1     | V2          | Good                 | 300
                        P2     | V2          | Good                 |
                        P1     | V3          | Requires improvement | 500
                        """)
                .measure(Quality.MEASURE)
                .where("tier = 'All'");

        assertThatRows(rows.where("purchase_route = 'All'"))
                .containsExactlyInAnyOrder(
                        "basis | _good_count | _requires_improvement_count | _good_or_outstanding | _rated | _in_all"
                                + " | _in_all_count | _good_top_provider_percent | _outstanding_top_provider_percent",
                        "People | 1 | 1 | 1 | 2 |  | 2 |  | ",
                        "Weekly value | 1 | 1 | 1 | 2 |  | 2 | 75 | ",
                        "Providers | 2 | 1 | 2 | 3 |  | 3 |  | ");
        assertThatRows(rows.where("purchase_route = 'Spot'"))
                .containsExactlyInAnyOrder("basis | _in_all", "People | 2", "Weekly value | 900", "Providers | 3");
    }
}
