package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;

class OobSpotTest {

    @Test
    void percentages_are_of_located_spot_placements() {
        var rows = FactFixture.placements(
                        """
                        person | setting          | need_group     | purchase_route | tier              | start_date
                        P1     | Supported living | Mental health  | Spot           | Outside region    | 2025-01-01
                        P1     | Supported living | Mental health  | Spot           | Partner area | 2025-01-01
                        P2     | Supported living | Mental health  | Spot           | In borough        | 2025-01-01
                        P3     | Supported living | Mental health  | Spot           | In borough        | 2025-01-01
                        P4     | Supported living | Mental health  | Spot           | Not located       | 2025-01-01
                        P5     | Nursing care     | Social support | Framework      | Outside region    | 2025-01-01
                        P6     | Nursing care     | Social support | Not recorded   | Outside region    | 2025-01-01
                        P7     | Home care        | Social support | Spot           | Outside region    | 2025-01-01
                        """)
                .measure(OobSpot.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | need_group | placements | located | out_of_borough | outside_region"
                                + " | out_of_borough_percent | outside_region_percent",
                        "All | All | 5 | 4 | 2 | 1 | 50 | 25",
                        "Supported living | All | 5 | 4 | 2 | 1 | 50 | 25",
                        "All | Mental health | 5 | 4 | 2 | 1 | 50 | 25",
                        "Supported living | Mental health | 5 | 4 | 2 | 1 | 50 | 25");
    }

    @Test
    void implausible_cost_is_refused_with_its_placement() {
        FactFixture placements = FactFixture.placements(
                """
                placement_id | person | weekly_cost | start_date
                L1           | P1     | 950         | 2025-01-01
                L2           | P2     | 7700900123  | 2025-01-01
                """);

        assertThatThrownBy(() -> placements.measure(OobSpot.MEASURE))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("MS-1317: Placement L2 costs £7,700,900,123");
    }

    @Test
    void same_day_a_year_before_is_reported() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | start_date | end_date
                        P1     | Outside region | 2024-06-30 | 2025-06-29
                        P2     | In borough     | 2020-01-01 | 2024-06-30
                        P3     | Outside region | 2024-07-01 | 2025-06-30
                        """)
                .measure(OobSpot.MEASURE)
                .where("setting = 'All' AND need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "placements | out_of_borough_percent | out_of_borough_percent_year_before"
                                + " | outside_region_percent_year_before | _located_year_before"
                                + " | _out_of_borough_year_before | _outside_region_year_before",
                        "1 | 100 | 50 | 50 | 2 | 1 | 1");
    }
}
