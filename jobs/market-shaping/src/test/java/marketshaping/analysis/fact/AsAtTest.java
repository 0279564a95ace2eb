package marketshaping.analysis.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
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

    @Test
    void trend_is_split_on_the_day_of_go_live() {
        assertThat(aroundGoLive("2025-06-15", "2025-02-02"))
                .containsExactly(
                        "Before go-live 2023-06-01 to 2025-02-01 (2022-06-01 to 2024-02-01)",
                        "After go-live 2025-02-02 to 2025-05-31 (2024-02-02 to 2024-05-31)");
        assertThat(aroundGoLive("2025-06-15", "2025-06-15"))
                .containsExactly("Before go-live 2023-06-01 to 2025-05-31 (2022-06-01 to 2024-05-31)");
        assertThat(aroundGoLive("2025-06-15", "2020-01-01"))
                .containsExactly("After go-live 2023-06-01 to 2025-05-31 (2022-06-01 to 2024-05-31)");
        assertThat(aroundGoLive("2025-06-15", "2025-06-16")).isEmpty();
        assertThat(at("2025-06-15").trendAroundGoLive()).isEmpty();
    }

    private static Stream<String> aroundGoLive(String asAt, String goLive) {
        return new AsAt(LocalDate.parse(asAt), Optional.of(LocalDate.parse(goLive)))
                .trendAroundGoLive().stream().map(period -> "%s %s to %s (%s to %s)"
                        .formatted(
                                period.name(),
                                period.first(),
                                period.last(),
                                period.firstYearBefore(),
                                period.lastYearBefore()));
    }

    private static AsAt at(String date) {
        return new AsAt(LocalDate.parse(date));
    }
}
