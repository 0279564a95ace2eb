package marketshaping.analysis.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void cases_without_the_event_are_at_risk_until_last_seen() {
        // Share without the event: 5/6 after 2 days, 5/6 * 4/5 after 5 days and 5/6 * 4/5 * 2/3 = 0.444 after 8 days.
        assertThat(KaplanMeier.median(days(2, 5, 5, 8, 30, 60), days(2, 5, 8, 30)))
                .isEqualTo(8.0);
    }

    @Test
    void median_is_reached_by_exactly_half() {
        assertThat(KaplanMeier.median(days(0, 3, 5, 9, 9, 9), days(0, 3, 5))).isEqualTo(5.0);
    }

    @Test
    void median_is_unknown_if_less_than_half_have_the_event() {
        assertThat(KaplanMeier.median(days(1, 2, 3), days(1))).isNull();
        assertThat(KaplanMeier.median(days(), days())).isNull();
    }

    private static SortedAmounts days(long... days) {
        return SortedAmounts.of(LongStream.of(days).map(Amount::ofDays).toArray());
    }
}
