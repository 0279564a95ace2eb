package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class SevenDayGapDaysTest {

    private static final String CASES =
            """
            case_id | setting          | sourced_date | gross_days | net_days
            C1      | Residential care | 2025-06-10   | 20         | 12
            C2      | Residential care | 2025-06-10   | 10         | 10
            C3      | Residential care | 2025-06-10   | 7          | 1
            C4      | Home care        | 2025-06-10   | 10         | 0
            C5      | Day support      | 2025-06-10   | 99         | 9
            C6      | Home care        | 2024-06-30   | 99         | 9
            """;

    @Test
    void breach_days_are_split_into_searching_and_pauses() {
        var rows = FactFixture.cases(CASES)
                .with(
                        "pause",
                        PausesByReasonTest.PAUSES,
                        """
                        case_id | reason       | days
                        C1      | Legal        | 6
                        C1      | Other        | 4
                        C3      | Legal        | 6
                        C4      | Not recorded | 10
                        C5      | Legal        | 90
                        C6      | Legal        | 90
                        """)
                .measure(SevenDayGapDays.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | stage | reason | breaches | days | share_percent",
                        "All | All | All | 3 | 40 | 100",
                        "All | Searching | All | 2 | 22 | 55",
                        "All | Paused | All | 2 | 18 | 45",
                        "All | Paused | Legal | 1 | 6 | 15",
                        "All | Paused | Other | 1 | 4 | 10",
                        "All | Paused | Not recorded | 1 | 10 | 25",
                        "Residential care | All | All | 2 | 30 | 100",
                        "Residential care | Searching | All | 2 | 22 | 73.333333",
                        "Residential care | Paused | All | 1 | 8 | 26.666667",
                        "Residential care | Paused | Legal | 1 | 6 | 20",
                        "Residential care | Paused | Other | 1 | 4 | 13.333333",
                        "Home care | All | All | 1 | 10 | 100",
                        "Home care | Paused | All | 1 | 10 | 100",
                        "Home care | Paused | Not recorded | 1 | 10 | 100");
    }

    @Test
    void unknown_pauses_give_totals_only() {
        var rows = FactFixture.cases(
                        """
                        case_id | sourced_date | gross_days | net_days | paused_days
                        C1      | 2025-06-10   | 20         |          |
                        """)
                .with("pause", PausesByReasonTest.PAUSES, "case_id")
                .measure(SevenDayGapDays.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | stage | days | share_percent",
                        "All | All | 20 | 100",
                        "Residential care | All | 20 | 100");
    }

    @Test
    void cases_within_target_give_no_rows() {
        var rows = FactFixture.cases(
                        """
                        case_id | sourced_date | gross_days
                        C1      | 2025-06-10   | 7
                        C2      |              |
                        """)
                .with("pause", PausesByReasonTest.PAUSES, "case_id")
                .measure(SevenDayGapDays.MEASURE);

        assertThatRows(rows).hasNoRows();
    }
}
