package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class PausesByReasonTest {
    static final String PAUSES = "case_id STRING, reason STRING, days INT";

    @Test
    void pause_shares_are_of_the_gross_days_of_all_cases() {
        var rows = FactFixture.cases(
                        """
                        case_id | setting          | sourced_date | gross_days | net_days
                        C1      | Residential care | 2025-06-10   | 20         | 12
                        C2      | Residential care | 2025-06-10   | 30         | 20
                        C3      | Residential care | 2025-06-10   | 30         | 30
                        C4      | Home care        | 2025-06-10   | 20         | 15
                        C5      | Day support      | 2025-06-10   | 0          | 0
                        """)
                .with(
                        "pause",
                        PAUSES,
                        """
                        case_id | reason       | days
                        C1      | Legal        | 6
                        C1      | Other        | 4
                        C2      | Legal        | 10
                        C4      | Not recorded | 5
                        """)
                .measure(PausesByReason.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | reason | cases | days | share_of_gross_percent",
                        "All | All | 3 | 23 | 23",
                        "All | Legal | 2 | 16 | 16",
                        "All | Other | 1 | 4 | 4",
                        "All | Not recorded | 1 | 5 | 5",
                        "Residential care | All | 2 | 18 | 22.5",
                        "Residential care | Legal | 2 | 16 | 20",
                        "Residential care | Other | 1 | 4 | 5",
                        "Home care | All | 1 | 5 | 25",
                        "Home care | Not recorded | 1 | 5 | 25");
    }

    @Test
    void only_cases_sourced_in_the_last_12_months_count() {
        String cases =
                """
                case_id | sourced_date | gross_days | net_days
                C1      | 2023-02-28   | 100        | 99
                C2      | 2023-03-01   | 100        | 98
                C3      | 2024-02-29   | 100        | 96
                C4      | 2024-03-01   | 100        | 92
                C5      |              |            |
                """;
        String pauses =
                """
                case_id | reason | days
                C1      | Legal  | 1
                C2      | Legal  | 2
                C3      | Legal  | 4
                C4      | Legal  | 8
                """;

        assertThatRows(FactFixture.asAt("2024-02-29")
                        .withCases(cases)
                        .with("pause", PAUSES, pauses)
                        .measure(PausesByReason.MEASURE)
                        .where("setting = 'All'"))
                .containsExactlyInAnyOrder(
                        "reason | cases | days | share_of_gross_percent", "All | 2 | 6 | 3", "Legal | 2 | 6 | 3");
        assertThatRows(FactFixture.asAt("2022-12-31")
                        .withCases(cases)
                        .with("pause", PAUSES, pauses)
                        .measure(PausesByReason.MEASURE))
                .hasNoRows();
        assertThatRows(FactFixture.asAt("2029-12-31")
                        .withCases(cases)
                        .with("pause", PAUSES, pauses)
                        .measure(PausesByReason.MEASURE))
                .hasNoRows();
    }
}
