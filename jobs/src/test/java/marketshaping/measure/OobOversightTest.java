package marketshaping.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobOversightTest {

    @Test
    void should_tell_people_seen_from_people_unseen_and_never_seen() {
        var rows = GivenFacts.placements(
                        """
                        person | setting          | tier           | start_date | last_seen
                        P1     | Residential care | Outside London | 2020-01-01 | 2025-06-20
                        P1     | Supported living | Other London   | 2025-06-01 | 2025-06-20
                        P2     | Residential care | Outside London | 2025-01-01 | 2023-06-30
                        P3     | Residential care | Other London   | 2020-01-01 |
                        P4     | Residential care | In borough     | 2020-01-01 | 2025-06-30
                        P5     | Residential care | Not located    | 2020-01-01 | 2025-06-30
                        """)
                .measure(OobOversight.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | people | seen_12_months | seen_percent | placed_12_months"
                                + " | seen_of_placed_12_months_percent | never_seen | median_days_since_seen",
                        "All | 3 | 1 | 33.333333 | 2 | 50 | 1 | 370.5",
                        "Residential care | 3 | 1 | 33.333333 | 2 | 50 | 1 | 370.5",
                        "Supported living | 1 | 1 | 100 | 0 |  | 0 | 10");
    }

    @Test
    void should_count_the_day_after_the_day_12_months_before_as_seen_and_that_day_as_placed_long_enough() {
        var rows = GivenFacts.placements(
                        """
                        person | tier         | start_date | last_seen
                        P1     | Other London | 2024-06-30 | 2024-07-01
                        P2     | Other London | 2024-07-01 | 2024-06-30
                        """)
                .measure(OobOversight.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "people | seen_12_months | placed_12_months | _seen_of_placed_12_months", "2 | 1 | 1 | 1");
    }
}
