package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class OobDistanceTest {

    @Test
    void distances_cover_placements_in_and_out_of_borough() {
        var rows = FactFixture.placements(
                        """
                        setting          | need_group    | tier           | distance_km
                        Supported living | Mental health | In borough     | 1.5
                        Supported living | Mental health | In borough     | 1.5
                        Supported living | Mental health | Rest of region   | 32
                        Supported living | Mental health | Outside region | 32.001
                        Extra care       | Mental health | Outside region | 200.25
                        """)
                .measure(OobDistance.MEASURE)
                .where("need_group = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | placements | median_km | p90_km | max_km | beyond_32_km | beyond_32_km_percent"
                                + " | without_distance",
                        "All | 5 | 32 | 132.9504 | 200.25 | 2 | 40 | 0",
                        "Supported living | 4 | 16.75 | 32.0007 | 32.001 | 1 | 25 | 0",
                        "Extra care | 1 | 200.25 | 200.25 | 200.25 | 1 | 100 | 0");
    }

    @Test
    void placements_without_a_distance_are_counted_separately() {
        var rows = FactFixture.placements(
                        """
                        setting      | need_group      | distance_km
                        Nursing care | Mental health   | 10
                        Nursing care | Mental health   |
                        Nursing care | Sensory support |
                        Home care    | Sensory support | 10
                        """)
                .measure(OobDistance.MEASURE)
                .where("setting <> 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "setting | need_group | placements | median_km | p90_km | max_km | beyond_32_km"
                                + " | beyond_32_km_percent | without_distance",
                        "Nursing care | All | 1 | 10 | 10 | 10 | 0 | 0 | 2",
                        "Nursing care | Mental health | 1 | 10 | 10 | 10 | 0 | 0 | 1",
                        "Nursing care | Sensory support | 0 |  |  |  | 0 |  | 1");
    }
}
