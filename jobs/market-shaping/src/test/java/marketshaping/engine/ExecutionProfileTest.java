package marketshaping.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExecutionProfileTest {

    @Test
    void named_label_returnsProfile() {
        assertThat(ExecutionProfile.named("council")).contains(ExecutionProfile.COUNCIL);
        assertThat(ExecutionProfile.named("region")).contains(ExecutionProfile.REGION);
    }

    @Test
    void named_other_isEmpty() {
        assertThat(ExecutionProfile.named("Region")).isEmpty();
        assertThat(ExecutionProfile.named("")).isEmpty();
    }
}
