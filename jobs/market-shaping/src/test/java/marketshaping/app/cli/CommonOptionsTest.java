package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import marketshaping.testkit.CommandCall;
import org.junit.jupiter.api.Test;

class CommonOptionsTest {

    @Test
    void date_in_the_future_is_refused() {
        for (List<String> arguments : List.of(
                List.of("pack", "--sample", "--as-at", "2999-01-31"),
                List.of("backfill", "--sample", "--from", "2025-01", "--to", "2999-01"))) {
            CommandCall call = CommandCall.run(arguments.toArray(String[]::new));
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err()).contains("MS-1019: ", "2999-01-31 is in the future (today is ");
        }
    }

    @Test
    void today_is_not_in_the_future() {
        CommonOptions options = new CommonOptions();
        LocalDate today = LocalDate.of(2026, 11, 30);
        assertThat(options.future("--as-at", today, today)).isEmpty();
        assertThat(options.future("--as-at", today.plusDays(1), today)).isPresent();
    }
}
