package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.util.Collections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SevenDayGapTest {

    @Test
    void cases_that_had_to_be_quicker_are_counted() {
        var rows = FactFixture.cases(
                        """
                        setting          | sourced_date | gross_days
                        Residential care | 2025-06-10   | 7
                        Residential care | 2025-06-10   | 8
                        Residential care | 2025-06-10   | 17
                        Home care        | 2025-06-10   | 2
                        Home care        | 2025-06-10   | 0
                        Day support      | 2025-06-10   | 99
                        """)
                .measure(SevenDayGap.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | cases | within_target | within_target_percent | needed_within_target"
                                + " | cases_to_be_quicker | breaches | days_beyond_target",
                        "All | 5 | 3 | 60 | 5 | 2 | 2 | 11",
                        "Residential care | 3 | 1 | 33.333333 | 3 | 2 | 2 | 11",
                        "Home care | 2 | 2 | 100 | 2 | 0 | 0 | 0");
    }

    @Test
    void needed_cases_are_nine_in_ten_rounded_up() {
        assertThatRows(gapOfCases(9)).containsExactlyInAnyOrder("cases | needed_within_target", "9 | 9");
        assertThatRows(gapOfCases(10)).containsExactlyInAnyOrder("cases | needed_within_target", "10 | 9");
        assertThatRows(gapOfCases(11)).containsExactlyInAnyOrder("cases | needed_within_target", "11 | 10");
    }

    @Test
    void exceeded_target_leaves_no_case_to_be_quicker() {
        assertThatRows(gapOfCases(20))
                .containsExactlyInAnyOrder("within_target | needed_within_target | cases_to_be_quicker", "20 | 18 | 0");
    }

    @Test
    void only_cases_sourced_in_the_last_12_months_count() {
        String cases =
                """
                sourced_date | gross_days
                2023-02-28   | 8
                2023-03-01   | 9
                2024-02-29   | 11
                2024-03-01   | 15
                """;

        assertThatRows(FactFixture.asAt("2024-02-29")
                        .withCases(cases)
                        .measure(SevenDayGap.MEASURE)
                        .where("setting = 'All'"))
                .containsExactlyInAnyOrder("breaches | days_beyond_target", "2 | 6");
        assertThatRows(FactFixture.asAt("2020-02-29").withCases(cases).measure(SevenDayGap.MEASURE))
                .hasNoRows();
        assertThatRows(FactFixture.asAt("2028-02-29").withCases(cases).measure(SevenDayGap.MEASURE))
                .hasNoRows();
    }

    private static Dataset<Row> gapOfCases(int cases) {
        return FactFixture.cases(
                        "sourced_date | gross_days\n" + String.join("\n", Collections.nCopies(cases, "2025-06-10 | 7")))
                .measure(SevenDayGap.MEASURE)
                .where("setting = 'All'");
    }
}
