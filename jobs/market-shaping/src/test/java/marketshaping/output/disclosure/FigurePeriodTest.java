package marketshaping.output.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigurePeriodTest {

    @Test
    void year_consists_of_its_twelve_months() {
        assertThat(FigurePeriod.monthsOf("2025-04-01/2026-03-31"))
                .hasSize(12)
                .startsWith("2025-04-01/2025-04-30")
                .endsWith("2026-03-01/2026-03-31");
    }

    @Test
    void last_month_is_cut_to_the_period() {
        assertThat(FigurePeriod.monthsOf("2026-04-01/2026-05-10"))
                .containsExactly("2026-04-01/2026-04-30", "2026-05-01/2026-05-10");
    }

    @Test
    void month_and_period_that_starts_within_one_have_no_parts() {
        assertThat(FigurePeriod.monthsOf("2026-04-01/2026-04-30")).isEmpty();
        assertThat(FigurePeriod.monthsOf("2025-04-11/2026-04-10")).isEmpty();
        assertThat(FigurePeriod.monthsOf("2026-04-30")).isEmpty();
    }
}
