package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobHostsTest {

    @Test
    void person_counts_once_per_host_per_tier_and_overall() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | host_code | host_name | provider_id | weekly_cost
                        P1     | Outside region | E1        | Far       | V1          | 1000.50
                        P1     | Outside region | E2        | Further   | V2          | 3000
                        P1     | Outside region | E2        | Further   | V2          |
                        P2     | Outside region | E2        | Further   | V3          | 1000
                        P3     | In borough     | E3        | Here      | V1          | -100
                        P4     | Not located    |           |           |             | 500
                        """)
                .measure(OobHosts.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | host_code | host_name | people | placements | weekly_cost"
                                + " | _weekly_cost_top_provider_percent",
                        "All | All | All | 4 | 6 | 5400.5 | 54.540496",
                        "Outside region | All | All | 2 | 4 | 5000.5 | 59.994001",
                        "Outside region | E1 | Far | 1 | 1 | 1000.5 | 100",
                        "Outside region | E2 | Further | 2 | 3 | 4000 | 75",
                        "In borough | All | All | 1 | 1 | -100 | ",
                        "In borough | E3 | Here | 1 | 1 | -100 | ",
                        "Not located | All | All | 1 | 1 | 500 | ",
                        "Not located | Not located | Not located | 1 | 1 | 500 | ");
    }

    @Test
    void notified_percent_is_of_recorded_out_of_borough_placements() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | host_authority_notified
                        P1     | Rest of region | true
                        P2     | Rest of region | true
                        P3     | Rest of region | false
                        P4     | Rest of region |
                        P5     | In borough   | true
                        P6     | In borough   |
                        P7     | Not located  | true
                        """)
                .measure(OobHosts.MEASURE)
                .where("host_code = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | notified_percent | notified | notification_not_recorded | _notification_recorded",
                        "All | 66.666667 | 2 | 1 | 3",
                        "Rest of region | 66.666667 | 2 | 1 | 3",
                        "In borough |  | 0 | 0 | 0",
                        "Not located |  | 0 | 0 | 0");
    }

    @Test
    void deregistered_placements_are_counted_apart_from_ratings() {
        var rows = FactFixture.placements(
                        """
                        person | rating               | registered_to
                        P1     | Outstanding          |
                        P1     | Good                 |
                        P2     | Good                 | 2025-06-30
                        P3     | Good                 | 2025-06-29
                        P4     | Requires improvement |
                        P5     | Inadequate           |
                        P6     |                      |
                        """)
                .measure(OobHosts.MEASURE)
                .where("tier = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "placements | outstanding | good | requires_improvement | inadequate | not_rated"
                                + " | deregistered",
                        "7 | 1 | 2 | 1 | 1 | 1 | 1");
    }

    @Test
    void only_active_accommodation_with_care_counts() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | end_date
                        P1     | Residential care | 2025-06-30
                        P2     | Residential care | 2025-06-29
                        P3     | Home care        |
                        """)
                .measure(OobHosts.MEASURE)
                .where("tier = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("people | placements", "1 | 1");
    }
}
