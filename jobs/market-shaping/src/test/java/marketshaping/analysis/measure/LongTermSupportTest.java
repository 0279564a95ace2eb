package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class LongTermSupportTest {

    @Test
    void person_counts_once_overall_in_care_homes_and_per_setting() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | start_date | end_date
                        P1     | Residential care | 2025-01-01 |
                        P1     | Nursing care     | 2020-01-01 |
                        P2     | Home care        | 2020-01-01 |
                        P2     | Home care        | 2025-06-30 |
                        P3     | Respite          | 2020-01-01 |
                        P4     | Direct payment   | 2020-01-01 | 2025-06-29
                        """)
                .measure(LongTermSupport.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "support | people | placements | people_percent | people_year_before",
                        "All long-term support | 2 | 4 | 100 | 3",
                        "Care homes | 1 | 2 | 50 | 1",
                        "Residential care | 1 | 1 | 50 | 0",
                        "Nursing care | 1 | 1 | 50 | 1",
                        "Home care | 1 | 2 | 50 | 1",
                        "Direct payment | 0 | 0 | 0 | 1");
    }
}
