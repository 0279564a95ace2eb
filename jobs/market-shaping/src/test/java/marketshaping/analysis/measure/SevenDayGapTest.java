package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.util.Collections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SevenDayGapTest {

    @Test
    void should_tell_how_many_cases_would_have_had_to_be_quicker() {
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
    void should_need_nine_cases_in_ten_and_no_part_of_one() {
        assertThatRows(needed(9)).containsExactlyInAnyOrder("cases | needed_within_target", "9 | 9");
        assertThatRows(needed(10)).containsExactlyInAnyOrder("cases | needed_within_target", "10 | 9");
        assertThatRows(needed(11)).containsExactlyInAnyOrder("cases | needed_within_target", "11 | 10");
    }

    @Test
    void should_want_none_to_be_quicker_where_more_than_enough_are_within_target() {
        assertThatRows(needed(20))
                .containsExactlyInAnyOrder("within_target | needed_within_target | cases_to_be_quicker", "20 | 18 | 0");
    }

    @Test
    void should_speak_of_cases_sourced_in_the_last_12_months_alone() {
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

    private static Dataset<Row> needed(int cases) {
        return FactFixture.cases(
                        "sourced_date | gross_days\n" + String.join("\n", Collections.nCopies(cases, "2025-06-10 | 7")))
                .measure(SevenDayGap.MEASURE)
                .where("setting = 'All'");
    }
}
