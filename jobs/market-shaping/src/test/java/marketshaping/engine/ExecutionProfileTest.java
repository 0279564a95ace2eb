package marketshaping.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExecutionProfileTest {

    @Test
    void label_names_its_profile() {
        assertThat(ExecutionProfile.named("council")).contains(ExecutionProfile.COUNCIL);
        assertThat(ExecutionProfile.named("region")).contains(ExecutionProfile.REGION);
    }

    @Test
    void unknown_label_names_no_profile() {
        assertThat(ExecutionProfile.named("Region")).isEmpty();
        assertThat(ExecutionProfile.named("")).isEmpty();
    }

    @Test
    void council_profile_is_too_small_above_100_000_rows() {
        assertThat(ExecutionProfile.COUNCIL.isTooSmallFor(100_000)).isFalse();
        assertThat(ExecutionProfile.COUNCIL.isTooSmallFor(100_001)).isTrue();
        assertThat(ExecutionProfile.REGION.isTooSmallFor(10_000_000)).isFalse();
    }
}
