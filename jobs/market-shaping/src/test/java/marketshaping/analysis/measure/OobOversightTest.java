package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobOversightTest {

    @Test
    void seen_unseen_and_never_seen_people_are_distinguished() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | tier           | start_date | last_seen
                        P1     | Residential care | Outside region | 2020-01-01 | 2025-06-20
                        P1     | Supported living | Rest of region   | 2025-06-01 | 2025-06-20
                        P2     | Residential care | Outside region | 2025-01-01 | 2023-06-30
                        P3     | Residential care | Rest of region   | 2020-01-01 |
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
    void first_day_counts_for_placed_but_not_for_seen() {
        var rows = FactFixture.placements(
                        """
                        person | tier         | start_date | last_seen
                        P1     | Rest of region | 2024-06-30 | 2024-07-01
                        P2     | Rest of region | 2024-07-01 | 2024-06-30
                        """)
                .measure(OobOversight.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "people | seen_12_months | placed_12_months | _seen_of_placed_12_months", "2 | 1 | 1 | 1");
    }

    @Test
    void people_seen_by_the_day_a_year_before_are_reported() {
        var rows = FactFixture.placements(
                        """
                        person| setting         | tier         | start_date| end_date  | last_seen | last_seen_year_before
                        P1    | Residential care| Rest of region | 2020-01-01|           | 2025-06-20| 2024-06-20
                        P1    | Supported living| Rest of region | 2024-06-01|           | 2025-06-20| 2024-06-20
                        P2    | Residential care| Rest of region | 2020-01-01| 2024-06-30| 2024-12-31| 2023-06-30
                        P3    | Residential care| Rest of region | 2024-06-30|           | 2025-06-30|
                        P4    | Residential care| Rest of region | 2024-07-01|           | 2025-06-30|
                        P5    | Nursing care    | Rest of region | 2020-01-01| 2024-12-31|           |
                        P6    | Residential care| In borough   | 2020-01-01|           | 2025-06-30| 2024-06-30
                        """)
                .measure(OobOversight.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | people | seen_12_months | never_seen | people_year_before"
                                + " | seen_12_months_year_before | seen_percent_year_before"
                                + " | placed_12_months_year_before | seen_of_placed_12_months_percent_year_before"
                                + " | never_seen_year_before | median_days_since_seen_year_before",
                        "All | 3 | 3 | 0 | 4 | 1 | 25 | 3 | 33.333333 | 2 | 188",
                        "Residential care | 3 | 3 | 0 | 3 | 1 | 33.333333 | 2 | 50 | 1 | 188",
                        "Supported living | 1 | 1 | 0 | 1 | 1 | 100 | 0 |  | 0 | 10",
                        "Nursing care | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | ");
    }

    @Test
    void year_before_28_february_can_be_29_february() {
        var rows = FactFixture.asAt("2025-02-28")
                .withPlacements(
                        """
                        person | tier         | start_date | end_date   | last_seen  | last_seen_year_before
                        P1     | Rest of region | 2023-02-28 | 2024-02-29 | 2023-03-01 | 2023-03-01
                        P2     | Rest of region | 2023-03-01 | 2024-02-29 | 2023-02-28 | 2023-02-28
                        P3     | Rest of region | 2020-01-01 | 2024-02-28 | 2024-02-28 | 2024-02-28
                        """)
                .measure(OobOversight.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "people | people_year_before | seen_12_months_year_before | placed_12_months_year_before"
                                + " | _seen_of_placed_12_months_year_before",
                        "0 | 2 | 1 | 1 | 1");
    }
}
