package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class SpotPremiumTest {
    private static final String HEADER = "setting | need_group | purchase_route | provider_id | weekly_cost\n";

    @Test
    void spot_median_is_compared_with_framework_median() {
        var rows = FactFixture.placements(HEADER
                        + lines(4, "Home care | Mental health | Spot | V1 | 100")
                        + lines(5, "Home care | Mental health | Spot | V2 | 121")
                        + lines(4, "Home care | Mental health | Framework | V3 | 90")
                        + lines(4, "Home care | Mental health | Framework | V3 | 110")
                        + lines(9, "Home care | Mental health | Block | V1 | 1"))
                .measure(SpotPremium.MEASURE);

        assertThatRows(rows.where("age_band = 'All' AND need_group <> 'All'"))
                .containsExactlyInAnyOrder(
                        "setting | need_group | spot_lines | framework_lines | spot_median | framework_median"
                                + " | premium_percent | _fewer_lines | _spot_median_top_provider_percent"
                                + " | _framework_median_top_provider_percent",
                        "Home care | Mental health | 9 | 8 | 121 | 100 | 21 | 8 | 60.199005 | 100");
    }

    @Test
    void fewer_than_eight_placements_per_side_give_no_row() {
        var rows = FactFixture.placements(HEADER
                        + lines(7, "Home care | Mental health | Spot | V1 | 100")
                        + lines(8, "Home care | Mental health | Framework | V1 | 100")
                        + lines(1, "Home care | Sensory support | Spot | V1 | 200")
                        + lines(1, "Extra care | Mental health | Spot | V1 | 200"))
                .measure(SpotPremium.MEASURE)
                .where("age_band = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | need_group | spot_lines | framework_lines", "Home care | All | 8 | 8");
    }

    @Test
    void lines_without_a_price_give_no_rows() {
        var rows = FactFixture.placements(HEADER
                        + lines(8, "Home care | Mental health | Spot | V1 | ")
                        + lines(8, "Home care | Mental health | Framework | V1 | 100"))
                .measure(SpotPremium.MEASURE);

        assertThatRows(rows).hasNoRows();
    }

    private static String lines(int times, String line) {
        return (line + "\n").repeat(times);
    }
}
