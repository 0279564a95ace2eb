package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class UpliftTest {

    @Test
    void change_is_split_into_like_for_like_and_mix() {
        var rows = FactFixture.placements(
                        """
                        setting         | provider_id| weekly_cost| start_date| end_date
                        Home care       | V1         | 100        | 2024-01-01| 2024-12-31
                        Home care       | V1         | 200        | 2024-01-01| 2024-12-31
                        Home care       | V2         | 500        | 2024-01-01| 2024-06-30
                        Home care       | V1         | 170        | 2025-01-01|
                        Home care       | V1         | 180        | 2025-01-01|
                        Home care       | V1         | 190        | 2025-01-01|
                        Residential care| V1         | 820        | 2025-01-01|
                        """)
                .measure(Uplift.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | lines | lines_year_before | mean_weekly | mean_weekly_year_before | change_percent"
                                + " | like_for_like_percent | mix_percent_points | matched_lines"
                                + " | matched_lines_year_before | _unmatched_lines | _unmatched_lines_year_before",
                        "Home care | 3 | 3 | 180 | 266.66666667 | -32.5 | 20 | -52.5 | 3 | 2 | 0 | 1",
                        "Residential care | 1 | 0 | 820 |  |  |  |  | 0 | 0 | 1 | 0",
                        "All | 4 | 3 | 340 | 266.66666667 | 27.5 | 20 | 7.5 | 3 | 2 | 1 | 1");
    }

    @Test
    void providers_are_weighted_by_placements_a_year_before() {
        var rows = FactFixture.placements(
                        """
                        provider_id| weekly_cost| start_date| end_date
                        V1         | 100        | 2024-01-01| 2024-12-31
                        V1         | 100        | 2024-01-01| 2024-12-31
                        V1         | 100        | 2024-01-01| 2024-12-31
                        V1         | 110        | 2025-01-01|
                        V2         | 300        | 2024-01-01| 2024-12-31
                        V2         | 390        | 2025-01-01|
                        V2         | 390        | 2025-01-01|
                        """)
                .measure(Uplift.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "change_percent | like_for_like_percent | mix_percent_points | _lines_in_both |"
                                + " _mean_weekly_top_provider_percent | _mean_weekly_year_before_top_provider_percent",
                        "97.777778 | 20 | 77.777778 | 3 | 87.640449 | 50");
    }

    @Test
    void lines_without_price_or_provider_are_excluded() {
        var rows = FactFixture.placements(
                        """
                        setting   | provider_id| weekly_cost| start_date
                        Home care | V1         | 100        | 2020-01-01
                        Home care | V1         |            | 2020-01-01
                        Home care | V1         | 0          | 2020-01-01
                        Home care |            | 900        | 2020-01-01
                        Extra care|            | 900        | 2020-01-01
                        """)
                .measure(Uplift.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | lines | lines_year_before | change_percent | like_for_like_percent"
                                + " | mix_percent_points",
                        "Home care | 1 | 1 | 0 | 0 | 0",
                        "All | 1 | 1 | 0 | 0 | 0");
    }
}
