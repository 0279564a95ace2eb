package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BrokeringControlTest {
    private static final int NO_CASE = -1;

    @Test
    void limits_follow_from_mean_and_moving_range() {
        assertThatRows(chartOfMeanDays(10, 14, 12, 12))
                .containsExactlyInAnyOrder(
                        "month | value | centre | lower | upper | moving_range | signal | cases",
                        "2024-01 | 10 | 12 | 6.68 | 17.32 |  | None | 1",
                        "2024-02 | 14 | 12 | 6.68 | 17.32 | 4 | None | 1",
                        "2024-03 | 12 | 12 | 6.68 | 17.32 | 2 | None | 1",
                        "2024-04 | 12 | 12 | 6.68 | 17.32 | 0 | None | 1");
    }

    @Test
    void month_outside_limits_is_signalled_but_run_of_7_is_not() {
        assertThatRows(chartOfMeanDays(10, 12, 10, 12, 10, 12, 10, 40))
                .containsExactlyInAnyOrder(
                        "month | centre | lower | upper | signal",
                        "2024-01 | 14.5 | 0 | 30.46 | None",
                        "2024-02 | 14.5 | 0 | 30.46 | None",
                        "2024-03 | 14.5 | 0 | 30.46 | None",
                        "2024-04 | 14.5 | 0 | 30.46 | None",
                        "2024-05 | 14.5 | 0 | 30.46 | None",
                        "2024-06 | 14.5 | 0 | 30.46 | None",
                        "2024-07 | 14.5 | 0 | 30.46 | None",
                        "2024-08 | 14.5 | 0 | 30.46 | Outside limits");
    }

    @Test
    void run_of_8_is_signalled_across_months_without_cases() {
        assertThatRows(chartOfMeanDays(10, 10, 10, 10, NO_CASE, 10, 10, 10, 10, 20, 20))
                .containsExactlyInAnyOrder(
                        "month | moving_range | signal",
                        "2024-01 |  | Run of 8",
                        "2024-02 | 0 | Run of 8",
                        "2024-03 | 0 | Run of 8",
                        "2024-04 | 0 | Run of 8",
                        "2024-06 | 0 | Run of 8",
                        "2024-07 | 0 | Run of 8",
                        "2024-08 | 0 | Run of 8",
                        "2024-09 | 0 | Run of 8",
                        "2024-10 | 10 | Outside limits",
                        "2024-11 | 0 | Outside limits");
    }

    @Test
    void month_on_the_centre_ends_a_run() {
        assertThatRows(chartOfMeanDays(10, 10, 10, 10, 12, 10, 10, 10, 10, 20, 20)
                        .where("signal <> 'Outside limits'"))
                .containsExactlyInAnyOrder(
                        "month | centre | signal",
                        "2024-01 | 12 | None",
                        "2024-02 | 12 | None",
                        "2024-03 | 12 | None",
                        "2024-04 | 12 | None",
                        "2024-05 | 12 | None",
                        "2024-06 | 12 | None",
                        "2024-07 | 12 | None",
                        "2024-08 | 12 | None",
                        "2024-09 | 12 | None");
    }

    @Test
    void single_month_has_no_limits() {
        assertThatRows(chartOfMeanDays(10))
                .containsExactlyInAnyOrder(
                        "month | value | centre | lower | upper | moving_range | signal",
                        "2024-01 | 10 | 10 |  |  |  | None");
    }

    @Test
    void settings_and_total_are_charted_with_capped_limits() {
        var rows = FactFixture.cases(
                        """
                        setting          | sourced_date | gross_days
                        Residential care | 2025-05-01   | 7
                        Residential care | 2025-05-31   | 8
                        Residential care | 2025-06-30   | 7
                        Day support      | 2025-06-01   | 30
                        Home care        | 2025-07-01   | 30
                        Home care        | 2023-06-30   | 30
                        """)
                .measure(BrokeringControl.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "figure | setting | month | value | lower | upper | cases",
                        "Within target percent | All | 2025-05 | 50 | 0 | 100 | 2",
                        "Within target percent | All | 2025-06 | 100 | 0 | 100 | 1",
                        "Within target percent | Residential care | 2025-05 | 50 | 0 | 100 | 2",
                        "Within target percent | Residential care | 2025-06 | 100 | 0 | 100 | 1",
                        "Mean days | All | 2025-05 | 7.5 | 0 | 42.26 | 2",
                        "Mean days | All | 2025-06 | 18.5 | 0 | 42.26 | 2",
                        "Mean days | Residential care | 2025-05 | 7.5 | 5.92 | 8.58 | 2",
                        "Mean days | Residential care | 2025-06 | 7 | 5.92 | 8.58 | 1",
                        "Mean days | Day support | 2025-06 | 30 |  |  | 1");
    }

    /** Returns the control chart of mean days. Each month from January 2024 has one case, or none for NO_CASE. */
    private static Dataset<Row> chartOfMeanDays(int... days) {
        StringBuilder cases = new StringBuilder("sourced_date | gross_days\n");
        for (int month = 0; month < days.length; month++) {
            if (days[month] != NO_CASE) {
                cases.append("%s | %d\n".formatted(LocalDate.of(2024, 1, 31).plusMonths(month), days[month]));
            }
        }
        return FactFixture.cases(cases.toString())
                .measure(BrokeringControl.MEASURE)
                .where("figure = 'Mean days' AND setting = 'All'");
    }
}
