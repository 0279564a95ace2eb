package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final DateText OPTIONAL = new DateText(Field.optional("end_date", Type.DATE));
    private static final DateText REQUIRED = new DateText(Field.required("start_date", Type.DATE));
    private static final DateText BIRTH = new DateText(Field.optional("date_of_birth", Type.BIRTH_DATE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # text                           | date
                    2025-06-30                       | 2025-06-30
                    2025-6-3                         | 2025-06-03
                    30/06/2025                       | 2025-06-30
                    30.06.2025                       | 2025-06-30
                    3-6-2025                         | 2025-06-03
                    30-Jun-2025                      | 2025-06-30
                    30 June 2025                     | 2025-06-30
                    14-Sept-2025                     | 2025-09-14
                    45838                            | 2025-06-30
                    45838.75                         | 2025-06-30
                    2025-06-30T00:00:00.000          | 2025-06-30
                    30/06/2025 23:59                 | 2025-06-30
                    # Times with a zone are converted to London, where summer time is an hour ahead of UTC.
                    2024-05-13 23:00:00+00           | 2024-05-14
                    2024-05-14 00:00:00+01           | 2024-05-14
                    2024-01-14 00:00:00+00           | 2024-01-14
                    2024-01-13 23:00:00+00           | 2024-01-13
                    2024-05-13 23:00:00.123456+00    | 2024-05-14
                    2024-05-13 23:00:00 UTC          | 2024-05-14
                    2024-05-13T23:00Z                | 2024-05-14
                    2024-05-13 23:00:00+0000         | 2024-05-14
                    2024-05-14 00:30:00+01:00        | 2024-05-14
                    2024-05-14 03:00:00 +05          | 2024-05-13
                    2024-05-13 20:00:00-05:00        | 2024-05-14
                    # Times of twelve hours.
                    30/06/2025 11:30 PM              | 2025-06-30
                    30/06/2025 12:00:00 a.m.         | 2025-06-30
                    30 Jun 2025 1:05PM               | 2025-06-30
                    # The first and last years.
                    1900-01-02                       | 1900-01-02
                    31/12/2099                       | 2099-12-31
                    """)
    void date_is_read(String text, LocalDate date) {
        assertThat(OPTIONAL.value(text)).isEqualTo(date);
        assertThat(REQUIRED.value(text)).isEqualTo(date);
        assertThat(BIRTH.month(text)).isEqualTo(date.withDayOfMonth(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14/01/25",
                "31/02/2024",
                "29/02/2025",
                "14/01/0202",
                "2202-01-14",
                "2100-01-01",
                "1899-12-31",
                "00/01/1900",
                "99999",
                "2025",
                "Jan-2025",
                "14-Foo-2025",
                "14/01/2025 (est.)",
                "14/01/2025 25:00",
                "14/01/2025 09:61",
                "2025-01-14 09:30+99",
                "2025-01-14 to 2025-02-14",
                "05/29/2026",
                "Ongoing"
            })
    void text_that_is_no_date_has_no_value(String text) {
        assertThat(OPTIONAL.value(text)).isNull();
        assertThat(REQUIRED.value(text)).isNull();
        assertThat(BIRTH.month(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/9999", "9999-12-31", "9999-12-31 00:00:00", "31-Dec-9999", "01/01/9999"})
    void year_9999_is_open_end_only_in_optional_column(String text) {
        assertThat(OPTIONAL.value(text)).isSameAs(CellParser.NO_VALUE);
        assertThat(REQUIRED.value(text)).isNull();
        assertThat(BIRTH.month(text)).as("nobody's birth is open").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/01/1900", "1900-01-01 00:00:00", "1 January 1900"})
    void first_day_of_1900_is_unknown_only_in_optional_column(String text) {
        assertThat(OPTIONAL.value(text)).isSameAs(CellParser.NO_VALUE);
        assertThat(BIRTH.month(text)).isSameAs(CellParser.NO_VALUE);
        assertThat(REQUIRED.value(text)).isNull();
    }

    @Test
    void month_first_is_recognised_only_if_certain() {
        assertThat(DateText.isMonthFirst("05/29/2026")).isTrue();
        assertThat(DateText.isMonthFirst("05/29/2026 00:00")).isTrue();
        assertThat(DateText.isMonthFirst("29/05/2026")).isFalse();
        assertThat(DateText.isMonthFirst("05/06/2026")).isFalse();
        assertThat(DateText.isMonthFirst("32/13/2026")).isFalse();
        assertThat(DateText.isMonthFirst("2026-29-05")).isFalse();
    }
}
