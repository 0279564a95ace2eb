package marketshaping.analysis.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class AsAtTest {

    @Test
    void financial_year_starts_on_1_april() {
        assertThat(at("2025-03-31").financialYearStart()).isEqualTo("2024-04-01");
        assertThat(at("2025-04-01").financialYearStart()).isEqualTo("2025-04-01");
    }

    @Test
    void trend_ends_with_the_last_completed_month() {
        assertThat(at("2025-06-30").trendMonths()).hasSize(24).endsWith(YearMonth.of(2025, 6));
        assertThat(at("2025-06-29").trendMonths()).hasSize(24).endsWith(YearMonth.of(2025, 5));
        assertThat(at("2025-06-30").trendMonths()).startsWith(YearMonth.of(2023, 7));
    }

    @Test
    void year_before_a_month_end_is_a_month_end() {
        assertThat(at("2025-02-28").yearBefore()).isEqualTo("2024-02-29");
        assertThat(at("2024-02-29").yearBefore()).isEqualTo("2023-02-28");
        assertThat(at("2025-02-27").yearBefore()).isEqualTo("2024-02-27");
    }

    @Test
    void last_12_months_follow_the_previous_12_without_a_gap() {
        AsAt.Period year = at("2025-02-28").headlinePeriods().get(2);
        assertThat(year.first()).isEqualTo("2024-03-01");
        assertThat(year.last()).isEqualTo("2025-02-28");
        assertThat(year.lastYearBefore()).isEqualTo("2024-02-29");
        assertThat(year.firstYearBefore()).isEqualTo("2023-03-01");
    }

    @Test
    void month_is_compared_with_the_whole_month_a_year_before() {
        AsAt.Period month = at("2025-02-28").headlinePeriods().get(0);
        assertThat(month.firstYearBefore()).isEqualTo("2024-02-01");
        assertThat(month.lastYearBefore()).isEqualTo("2024-02-29");
    }

    private static AsAt at(String date) {
        return new AsAt(LocalDate.parse(date));
    }
}
