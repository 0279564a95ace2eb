package marketshaping.analysis.fact;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.ReferenceList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the reference list of bank holidays with the holidays that Jollyday calculates for England. */
class BankHolidaysTest {

    @ParameterizedTest
    @ValueSource(ints = {2022, 2023, 2024, 2025, 2026, 2027, 2028})
    void every_weekday_bank_holiday_is_listed(int year) {
        List<LocalDate> listed = ReferenceList.rows("bank_holidays_england").stream()
                .map((Map<String, String> row) -> LocalDate.parse(row.get("date")))
                .toList();
        HolidayManager england = HolidayManager.getInstance(ManagerParameters.create("gb"));
        assertThat(england.getHolidays(Year.of(year), "eng").stream()
                        .map(holiday -> holiday.getDate())
                        .filter(day -> day.getDayOfWeek().getValue() <= 5))
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(day -> assertThat(listed).contains(day));
    }
}
