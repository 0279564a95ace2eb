package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobFlowTest {

    @Test
    void starts_and_ends_are_counted_by_tier_and_setting() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | setting          | start_date | end_date
                        P1     | Outside region | Residential care | 2024-09-01 | 2025-01-01
                        P1     | Outside region | Residential care | 2025-01-02 |
                        P1     | In borough     | Supported living | 2020-01-01 | 2024-08-31
                        P2     | In borough     | Home care        | 2025-01-01 |
                        """)
                .measure(OobFlow.MEASURE)
                .where("need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | setting | started_placements | started_people | ended_placements | ended_people",
                        "All | All | 2 | 1 | 2 | 1",
                        "Outside region | All | 2 | 1 | 1 | 1",
                        "In borough | All | 0 | 0 | 1 | 1",
                        "All | Residential care | 2 | 1 | 1 | 1",
                        "All | Supported living | 0 | 0 | 1 | 1",
                        "Outside region | Residential care | 2 | 1 | 1 | 1",
                        "In borough | Supported living | 0 | 0 | 1 | 1");
    }

    @Test
    void previous_12_months_are_reported() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | setting          | start_date | end_date
                        P1     | Outside region | Residential care | 2023-09-01 | 2024-01-01
                        P1     | Outside region | Residential care | 2024-01-02 | 2024-07-15
                        P2     | Outside region | Residential care | 2025-01-01 |
                        P3     | In borough     | Supported living | 2024-02-01 |
                        """)
                .measure(OobFlow.MEASURE)
                .where("need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "tier | setting | started_placements | started_people | ended_placements | ended_people"
                                + " | started_placements_year_before | started_people_year_before"
                                + " | ended_placements_year_before | ended_people_year_before",
                        "All | All | 1 | 1 | 1 | 1 | 3 | 2 | 1 | 1",
                        "Outside region | All | 1 | 1 | 1 | 1 | 2 | 1 | 1 | 1",
                        "In borough | All | 0 | 0 | 0 | 0 | 1 | 1 | 0 | 0",
                        "All | Residential care | 1 | 1 | 1 | 1 | 2 | 1 | 1 | 1",
                        "All | Supported living | 0 | 0 | 0 | 0 | 1 | 1 | 0 | 0",
                        "Outside region | Residential care | 1 | 1 | 1 | 1 | 2 | 1 | 1 | 1",
                        "In borough | Supported living | 0 | 0 | 0 | 0 | 1 | 1 | 0 | 0");
    }

    @Test
    void previous_12_months_include_their_first_and_last_day() {
        var rows = FactFixture.placements(
                        """
                        person | start_date | end_date
                        P1     | 2023-06-30 |
                        P2     | 2023-07-01 |
                        P3     | 2024-06-30 |
                        P4     | 2024-07-01 |
                        P5     | 2020-01-01 | 2023-06-30
                        P6     | 2020-01-01 | 2023-07-01
                        P7     | 2020-01-01 | 2024-06-30
                        P8     | 2020-01-01 | 2024-07-01
                        P9     | 2024-03-01 | 2024-06-30
                        """)
                .measure(OobFlow.MEASURE)
                .where("tier = 'All' AND setting = 'All' AND need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "started_placements_year_before | ended_placements_year_before | started_placements"
                                + " | ended_placements",
                        "3 | 3 | 1 | 1");
    }

    @Test
    void last_12_months_include_their_first_and_last_day() {
        var rows = FactFixture.placements(
                        """
                        person | start_date | end_date
                        P1     | 2024-06-30 |
                        P2     | 2024-07-01 |
                        P3     | 2025-06-30 |
                        P4     | 2025-07-01 |
                        P5     | 2020-01-01 | 2024-06-30
                        P6     | 2020-01-01 | 2024-07-01
                        P7     | 2020-01-01 | 2025-06-30
                        P8     | 2020-01-01 | 2025-07-01
                        P9     | 2025-03-01 | 2025-07-01
                        """)
                .measure(OobFlow.MEASURE)
                .where("tier = 'All' AND setting = 'All' AND need_group = 'All'");

        assertThatRows(rows).containsExactlyInAnyOrder("started_placements | ended_placements", "3 | 2");
    }

    @Test
    void moves_are_counted_by_need() {
        var rows = FactFixture.placements(
                        """
                        person | need_group          | start_date
                        P1     | Mental health       | 2025-01-01
                        P1     | Mental health       | 2025-02-01
                        P2     | Learning disability | 2025-01-01
                        """)
                .measure(OobFlow.MEASURE)
                .where("tier = 'All' AND setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "need_group | started_placements | started_people",
                        "All | 3 | 2",
                        "Mental health | 2 | 1",
                        "Learning disability | 1 | 1");
    }
}
