package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FrameworkEffectTest {
    private static final String NO_PLACEMENTS = "person";
    private static final String NO_CASES = "case_id";

    @Test
    void starts_and_cases_are_compared_before_and_after_go_live() {
        var rows = FactFixture.asAt("2025-06-30")
                .withGoLive("2025-06-01")
                .withPlacements(
                        """
                        setting    | start_date | purchase_route | weekly_cost | tier
                        Home care  | 2025-05-31 | Spot           | 100         | In borough
                        Home care  | 2025-05-02 | Framework      | 300         | In borough
                        Home care  | 2025-05-01 | Framework      | 999         | In borough
                        Home care  | 2025-06-01 | Framework      | 120         | In borough
                        Home care  | 2025-06-30 | Not recorded   |             | In borough
                        Home care  | 2025-07-01 | Spot           | 999         | In borough
                        Extra care | 2025-06-30 | Spot           | -5          | Outside region
                        Extra care | 2025-06-30 | Spot           | 90.50       | Not located
                        """)
                .withCases(
                        """
                        setting     | sourced_date | gross_days
                        Home care   | 2025-05-31   | 2
                        Home care   | 2025-06-01   | 3
                        Day support | 2025-06-30   | 6
                        """)
                .measure(FrameworkEffect.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "figure | setting | before_cases | before | after_cases | after | change | unit",
                        "Framework share of starts | All | 2 | 50 | 3 | 33.333333 | -16.666667 | %",
                        "Framework share of starts | Home care | 2 | 50 | 1 | 100 | 50 | %",
                        "Framework share of starts | Extra care | 0 |  | 2 | 0 |  | %",
                        "Median weekly price of starts | All | 2 | 200 | 2 | 105.25 | -94.75 | £ a week",
                        "Median weekly price of starts | Home care | 2 | 200 | 1 | 120 | -80 | £ a week",
                        "Median weekly price of starts | Extra care | 0 |  | 1 | 90.5 |  | £ a week",
                        "Out of borough share of starts | All | 0 |  | 1 | 100 |  | %",
                        "Out of borough share of starts | Extra care | 0 |  | 1 | 100 |  | %",
                        "Median days to source | All | 1 | 2 | 2 | 4.5 | 2.5 | days",
                        "Median days to source | Home care | 1 | 2 | 1 | 3 | 1 | days",
                        "Median days to source | Day support | 0 |  | 1 | 6 |  | days",
                        "Within target percent | All | 1 | 100 | 1 | 0 | -100 | %",
                        "Within target percent | Home care | 1 | 100 | 1 | 0 | -100 | %");
        assertThatRows(rows.select(
                                "before_first_day", "before_last_day", "after_first_day", "after_last_day", "reading")
                        .distinct())
                .containsExactlyInAnyOrder(
                        "before_first_day | before_last_day | after_first_day | after_last_day | reading",
                        "2025-05-02 | 2025-05-31 | 2025-06-01 | 2025-06-30 | Too few to tell");
    }

    @Test
    void windows_span_12_months_even_from_29_february() {
        assertThatRows(windows("2030-06-30", "2024-02-29"))
                .containsExactlyInAnyOrder(
                        "before_first_day | before_last_day | after_first_day | after_last_day",
                        "2023-03-01 | 2024-02-28 | 2024-02-29 | 2025-02-27");
        assertThatRows(windows("2025-02-26", "2024-02-29"))
                .containsExactlyInAnyOrder(
                        "before_first_day | before_last_day | after_first_day | after_last_day",
                        "2023-03-02 | 2024-02-28 | 2024-02-29 | 2025-02-26");
        assertThatRows(windows("2024-02-29", "2024-02-29"))
                .containsExactlyInAnyOrder(
                        "before_first_day | before_last_day | after_first_day | after_last_day",
                        "2024-02-28 | 2024-02-28 | 2024-02-29 | 2024-02-29");
    }

    @Test
    void every_figure_reads_not_live_yet_before_go_live() {
        String notLive =
                "figure | setting | before_first_day | before_cases | before | after_cases | after | change | reading";
        String[] rows = {
            "Framework share of starts | All |  |  |  |  |  |  | Not live yet",
            "Median weekly price of starts | All |  |  |  |  |  |  | Not live yet",
            "Median days to source | All |  |  |  |  |  |  | Not live yet",
            "Within target percent | All |  |  |  |  |  |  | Not live yet",
            "Out of borough share of starts | All |  |  |  |  |  |  | Not live yet"
        };
        FactFixture facts = FactFixture.asAt("2025-06-30")
                .withPlacements("start_date\n2025-06-30\n2025-07-01")
                .withCases("sourced_date\n2025-06-30");

        assertThatRows(facts.withGoLive("2025-07-01").measure(FrameworkEffect.MEASURE))
                .containsExactlyInAnyOrder(notLive, rows);
        assertThatRows(facts.withoutGoLive().measure(FrameworkEffect.MEASURE)).containsExactlyInAnyOrder(notLive, rows);
    }

    @Test
    void percentage_change_is_compared_with_chance() {
        // With 100 starts per side, 40% and 53% differ by 1.84 standard errors, 40% and 54% by 1.98.
        assertThatRows(routes(40, 60, 53, 47))
                .containsExactlyInAnyOrder("change | reading", "13 | No more than chance");
        assertThatRows(routes(40, 60, 54, 46)).containsExactlyInAnyOrder("change | reading", "14 | More than chance");
        assertThatRows(routes(54, 46, 40, 60)).containsExactlyInAnyOrder("change | reading", "-14 | More than chance");
    }

    @Test
    void percentage_with_under_10_expected_is_too_few_to_tell() {
        assertThatRows(routes(10, 90, 10, 90)).containsExactlyInAnyOrder("reading", "No more than chance");
        assertThatRows(routes(9, 91, 10, 90)).containsExactlyInAnyOrder("reading", "Too few to tell");
        assertThatRows(routes(91, 9, 90, 10)).containsExactlyInAnyOrder("reading", "Too few to tell");
        assertThatRows(routes(1, 18, 99, 82)).containsExactlyInAnyOrder("reading", "Too few to tell");
        assertThatRows(routes(0, 0, 90, 10)).containsExactlyInAnyOrder("reading", "Too few to tell");
    }

    @Test
    void percentage_change_from_zero_is_recognised() {
        assertThatRows(routes(0, 50, 37, 23))
                .containsExactlyInAnyOrder("before | after | reading", "0 | 61.666667 | More than chance");
    }

    @Test
    void medians_with_disjoint_intervals_exceed_chance() {
        // The interval of ten values in order is from the second to the ninth.
        assertThatRows(days(1, 2, 3, 4, 5, 6, 7, 8, 9, 50).against(5, 10, 11, 12, 13, 14, 15, 16, 17, 18))
                .containsExactlyInAnyOrder("before | after | reading", "5.5 | 13.5 | More than chance");
        assertThatRows(days(1, 2, 3, 4, 5, 6, 7, 8, 9, 50).against(5, 9, 11, 12, 13, 14, 15, 16, 17, 18))
                .containsExactlyInAnyOrder("reading", "No more than chance");
        assertThatRows(days(5, 10, 11, 12, 13, 14, 15, 16, 17, 18).against(1, 2, 3, 4, 5, 6, 7, 8, 9, 50))
                .containsExactlyInAnyOrder("reading", "More than chance");
        assertThatRows(days(1, 2, 3, 4, 5, 6, 7, 8, 9, 50).against(10, 11, 12, 13, 14, 15, 16, 17, 18))
                .containsExactlyInAnyOrder("reading", "Too few to tell");
    }

    private static Dataset<Row> windows(String asAt, String goLive) {
        return FactFixture.asAt(asAt)
                .withGoLive(goLive)
                .withPlacements("start_date\n" + goLive)
                .withCases(NO_CASES)
                .measure(FrameworkEffect.MEASURE)
                .select("before_first_day", "before_last_day", "after_first_day", "after_last_day")
                .distinct();
    }

    /** Returns the framework share of starts, given the numbers of framework and other starts before and after. */
    private static Dataset<Row> routes(int framework, int other, int frameworkAfter, int otherAfter) {
        List<String> placements = List.of(
                lines(framework, "2025-05-31 | Framework"),
                lines(other, "2025-05-31 | Spot"),
                lines(frameworkAfter, "2025-06-01 | Framework"),
                lines(otherAfter, "2025-06-01 | Spot"));
        return FactFixture.asAt("2025-06-30")
                .withGoLive("2025-06-01")
                .withPlacements("start_date | purchase_route\n" + String.join("", placements))
                .withCases(NO_CASES)
                .measure(FrameworkEffect.MEASURE)
                .where("figure = 'Framework share of starts' AND setting = 'All'");
    }

    private static String lines(int times, String line) {
        return String.join("", Collections.nCopies(times, line + "\n"));
    }

    private static Days days(int... before) {
        return new Days(before);
    }

    /** Days to source of the cases sourced before go-live. */
    private record Days(int[] before) {

        /** Returns the median before go-live compared with the median of cases sourced after it. */
        Dataset<Row> against(int... after) {
            return FactFixture.asAt("2025-06-30")
                    .withGoLive("2025-06-01")
                    .withPlacements(NO_PLACEMENTS)
                    .withCases("sourced_date | gross_days\n" + cases("2025-05-31", before) + cases("2025-06-01", after))
                    .measure(FrameworkEffect.MEASURE)
                    .where("figure = 'Median days to source' AND setting = 'All'");
        }

        private static String cases(String day, int... days) {
            return IntStream.of(days)
                    .mapToObj(number -> "%s | %d\n".formatted(day, number))
                    .collect(Collectors.joining());
        }
    }
}
