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
}
