package marketshaping.model.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;

class PseudonymisationKeyTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void should_refuse_to_run_without_a_key() {
        assertThatThrownBy(() -> PseudonymisationKey.fromEnvironment(Map.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageStartingWith("MARKET_SHAPING_KEY is not set.");
    }

    @Test
    void should_refuse_a_short_key_without_showing_it() {
        assertThatThrownBy(() -> PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", "hush-hush")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("holds 9 bytes")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void should_tell_keys_apart_without_telling_them() {
        PseudonymisationKey key = PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", SECRET));
        assertThat(key.fingerprint())
                .isEqualTo(PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", SECRET))
                        .fingerprint())
                .isNotEqualTo(PseudonymisationKey.ofSample().fingerprint())
                .doesNotContain("0123456789");
    }
}
