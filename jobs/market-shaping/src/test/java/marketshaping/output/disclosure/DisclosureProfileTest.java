package marketshaping.output.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureProfileTest {
    @ParameterizedTest
    @CsvSource({
        "suppress-1-7-round-5, SUPPRESS_1_7_ROUND_5",
        "suppress-under-10-round-5, SUPPRESS_UNDER_10_ROUND_5",
        "suppress-under-5, SUPPRESS_UNDER_5",
        "none, NONE"
    })
    void profile_is_found_by_its_name_in_the_settings(String label, DisclosureProfile expected) {
        assertThat(DisclosureProfile.named(label)).contains(expected);
    }

    @Test
    void unknown_name_has_no_profile() {
        assertThat(DisclosureProfile.named("suppress-under-6")).isEmpty();
    }

    @Test
    void labels_start_with_the_default() {
        assertThat(DisclosureProfile.labels())
                .containsExactly("suppress-1-7-round-5", "suppress-under-10-round-5", "suppress-under-5", "none");
    }

    @Test
    void sentence_for_the_cover_states_the_rule() {
        assertThat(DisclosureProfile.SUPPRESS_1_7_ROUND_5.sentence()).contains("1 to 7", "[c]", "nearest 5", "85%");
        assertThat(DisclosureProfile.SUPPRESS_UNDER_10_ROUND_5.sentence())
                .contains("1 to 9", "[c]", "nearest 5", "85%")
                .doesNotContain("1 to 7");
        assertThat(DisclosureProfile.SUPPRESS_UNDER_5.sentence()).contains("1 to 4", "[c]", "exact", "85%");
        assertThat(DisclosureProfile.NONE.sentence()).contains("No disclosure control");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPRESS_1_7_ROUND_5, 8, 8, 12",
        "SUPPRESS_1_7_ROUND_5, 17, 13, 17",
        "SUPPRESS_UNDER_10_ROUND_5, 10, 10, 12",
        "SUPPRESS_UNDER_10_ROUND_5, 17, 13, 17",
        "SUPPRESS_UNDER_10_ROUND_5, 0, 0, 0",
        "SUPPRESS_UNDER_5, 5, 5, 5"
    })
    void shown_count_has_the_bounds_that_readers_know(
            DisclosureProfile profile, long count, long smallest, long largest) {
        assertThat(profile.smallestShownAs(BigDecimal.valueOf(count))).isEqualTo(smallest);
        assertThat(profile.largestShownAs(BigDecimal.valueOf(count))).isEqualTo(largest);
    }

    @ParameterizedTest
    @EnumSource
    void sentence_ends_with_a_full_stop(DisclosureProfile profile) {
        assertThat(profile.sentence()).endsWith(".");
    }
}
