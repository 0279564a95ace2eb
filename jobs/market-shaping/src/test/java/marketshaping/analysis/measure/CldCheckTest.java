package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class CldCheckTest {
    static final String RETURNED =
            "person STRING, service BOOLEAN, service_type STRING, setting STRING, start_date DATE," + " end_date DATE";
    static final String SETTINGS = "setting STRING, long_term BOOLEAN";
    static final String SETTING_LIST =
            """
            setting          | long_term
            Residential care | true
            Nursing care     | true
            Home care        | true
            Respite          | false
            """;

    @Test
    void people_in_one_source_only_are_counted_separately() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | start_date | end_date
                        P1     | Residential care | 2025-01-01 |
                        P2     | Nursing care     | 2025-01-01 |
                        P3     | Home care        | 2025-01-01 | 2025-06-29
                        P4     | Respite          | 2025-01-01 |
                        """)
                .with("setting_list", SETTINGS, SETTING_LIST)
                .with(
                        "returned_event",
                        RETURNED,
                        """
                        person | service | service_type                    | setting          | start_date | end_date
                        P1     | true    | Long term support: Community    | Residential care | 2024-01-01 | 2025-06-30
                        P2     | true    | Long term support: Nursing care | Residential care | 2024-01-01 |
                        P3     | true    | Long term support: Community    | Home care        | 2025-06-30 |
                        P5     | true    | Short term support: ST-Max      | Home care        | 2024-01-01 |
                        P6     | false   | Long term support: Community    | Home care        | 2024-01-01 |
                        P7     | true    | Long term support: Community    | Home care        | 2025-07-01 |
                        """)
                .measure(CldCheck.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "support | people_in_placements | people_in_return | people_in_both | only_in_placements | only_in_return"
                                + " | agreement_percent",
                        "All long-term support | 2 | 3 | 2 | 0 | 1 | 66.666667",
                        "Residential care | 1 | 2 | 1 | 0 | 1 | 50",
                        "Nursing care | 1 | 0 | 0 | 1 | 0 | 0",
                        "Community support | 0 | 1 | 0 | 0 | 1 | 0");
    }
}
