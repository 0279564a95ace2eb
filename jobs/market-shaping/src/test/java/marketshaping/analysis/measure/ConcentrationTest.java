package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class ConcentrationTest {
    private static final String COLUMNS = "setting | level | providers | top_1_percent | top_3_percent | top_5_percent"
            + " | hhi | weekly_value | weekly_value_without_provider";

    private static final String LINES =
            """
            setting    | provider_id| brand_name| weekly_cost
            Home care  | V1         |           | 200
            Home care  | V1         |           | 200
            Home care  | V2         | V1        | 300
            Home care  | V3         | V1        | 300
            Home care  |            | V1        | 50
            Home care  | V4         |           | -50
            Day support|            |           | 70
            """;

    @Test
    void brand_named_like_a_provider_is_counted_separately() {
        var rows = FactFixture.placements(LINES).measure(Concentration.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        COLUMNS,
                        "Home care | Provider | 3 | 40 | 100 | 100 | 3400 | 1000 | 50",
                        "Home care | Brand | 2 | 60 | 100 | 100 | 5200 | 1000 | 50",
                        "Day support | Provider | 0 |  |  |  |  |  | 70",
                        "Day support | Brand | 0 |  |  |  |  |  | 70",
                        "All | Provider | 3 | 40 | 100 | 100 | 3400 | 1000 | 120",
                        "All | Brand | 2 | 60 | 100 | 100 | 5200 | 1000 | 120");
    }

    @Test
    void brands_are_absent_without_providers_input() {
        var rows = FactFixture.placements(LINES)
                .without("providers")
                .measure(Concentration.MEASURE)
                .where("setting = 'Home care'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(COLUMNS, "Home care | Provider | 3 | 40 | 100 | 100 | 3400 | 1000 | 50");
    }

    @Test
    void largest_providers_are_added_up_over_all_settings() {
        var rows = FactFixture.placements(
                        """
                        setting   | provider_id| weekly_cost
                        Home care | V1         | 30
                        Extra care| V1         | 30
                        Home care | V2         | 50
                        Home care | V3         | 40
                        Home care | V4         | 30
                        Home care | V5         | 20
                        Home care | V6         | 0.5
                        """)
                .measure(Concentration.MEASURE)
                .where("setting = 'All' AND level = 'Provider'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "providers | top_1_percent | top_3_percent | top_5_percent | weekly_value"
                                + " | weekly_value_without_provider | _lines_with_provider | _lines_without_provider"
                                + " | _weekly_value_top_provider_percent",
                        "6 | 29.925187 | 74.812968 | 99.750623 | 200.5 |  | 7 | 0 | 29.925187");
    }
}
