package marketshaping.model.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaWordsTest {
    private static final AreaWords LONDON = new AreaWords(
            "borough",
            Map.of(
                    "Partner area", "North East London",
                    "Rest of region", "Other London",
                    "Outside region", "Outside London"));

    private static final AreaWords COUNTY =
            AreaWords.ofRegion("East of England").with("county", Map.of());

    @ParameterizedTest
    @CsvSource({
        "Outside region percent, Outside London percent",
        "people outside the region, people outside London",
        "from outside region to rest of region, from outside London to other London",
        "Partner area, North East London",
        "out of borough, out of borough"
    })
    void general_words_become_the_councils(String general, String own) {
        assertThat(LONDON.in(general)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "In borough, In county",
        "outside the borough, outside the county",
        "out-of-borough placements, out-of-county placements",
        "two boroughs, two counties",
        "people outside the region, people outside the East of England",
        "Rest of region, Rest of the East of England",
        "Partner area, Partner area"
    })
    void council_without_labels_has_those_of_its_region(String general, String own) {
        assertThat(COUNTY.in(general)).isEqualTo(own);
    }

    @Test
    void names_that_contain_the_word_stay() {
        assertThat(COUNTY.in("Middlesbrough and Borough Care")).isEqualTo("Middlesbrough and Borough Care");
    }

    @Test
    void words_of_the_council_are_not_replaced_again() {
        AreaWords odd = new AreaWords(
                "royal borough",
                Map.of("Partner area", "Outside region of $1", "Outside region", "The borough's\\rest"));
        assertThat(odd.in("Partner area; Outside region; borough"))
                .isEqualTo("Outside region of $1; The borough's\\rest; royal borough");
        assertThat(odd.in("Rest of region")).isEqualTo("Rest of region");
    }
}
