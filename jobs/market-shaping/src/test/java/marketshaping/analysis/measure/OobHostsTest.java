package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobHostsTest {

    @Test
    void should_count_people_once_in_each_host_in_its_tier_and_in_all() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | host_code | host_name | provider_id | weekly_cost
                        P1     | Outside London | E1        | Far       | V1          | 1000.50
                        P1     | Outside London | E2        | Further   | V2          | 3000
                        P1     | Outside London | E2        | Further   | V2          |
                        P2     | Outside London | E2        | Further   | V3          | 1000
                        P3     | In borough     | E3        | Here      | V1          | -100
                        P4     | Not located    |           |           |             | 500
                        """)
                .measure(OobHosts.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | host_code | host_name | people | placements | weekly_cost"
                                + " | _weekly_cost_top_provider_percent",
                        "All | All | All | 4 | 6 | 5400.5 | 54.540496",
                        "Outside London | All | All | 2 | 4 | 5000.5 | 59.994001",
                        "Outside London | E1 | Far | 1 | 1 | 1000.5 | 100",
                        "Outside London | E2 | Further | 2 | 3 | 4000 | 75",
                        "In borough | All | All | 1 | 1 | -100 | ",
                        "In borough | E3 | Here | 1 | 1 | -100 | ",
                        "Not located | All | All | 1 | 1 | 500 | ",
                        "Not located | Not located | Not located | 1 | 1 | 500 | ");
    }

    @Test
    void should_tell_how_many_hosts_were_told_of_those_out_of_the_borough_for_whom_it_is_recorded() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | host_authority_notified
                        P1     | Other London | true
                        P2     | Other London | true
                        P3     | Other London | false
                        P4     | Other London |
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
                        "Other London | 66.666667 | 2 | 1 | 3",
                        "In borough |  | 0 | 0 | 0",
                        "Not located |  | 0 | 0 | 0");
    }

    @Test
    void should_count_placements_by_rating_and_those_that_left_the_register_apart() {
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
    void should_count_only_accommodation_with_care_that_is_active_on_the_as_at_date() {
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
