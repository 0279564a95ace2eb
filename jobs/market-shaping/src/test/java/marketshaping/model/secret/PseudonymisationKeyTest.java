package marketshaping.model.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import marketshaping.model.problem.UserProblem;
import org.junit.jupiter.api.Test;

class PseudonymisationKeyTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void missing_key_is_refused() {
        assertThatThrownBy(() -> PseudonymisationKey.fromEnvironment(Map.of()))
                .isInstanceOf(UserProblem.class)
                .hasMessageStartingWith("MS-1001: MARKET_SHAPING_KEY is not set.");
    }

    @Test
    void short_key_is_refused_without_showing_it() {
        assertThatThrownBy(() -> PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", "hush-hush")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("is only 9 bytes long")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void fingerprint_distinguishes_keys_without_revealing_them() {
        PseudonymisationKey key = PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", SECRET));
        assertThat(key.fingerprint())
                .isEqualTo(PseudonymisationKey.fromEnvironment(Map.of("MARKET_SHAPING_KEY", SECRET))
                        .fingerprint())
                .isNotEqualTo(PseudonymisationKey.ofSample().fingerprint())
                .doesNotContain("0123456789");
    }
}
