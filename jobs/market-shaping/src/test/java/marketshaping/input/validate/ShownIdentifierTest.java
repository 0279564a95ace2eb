package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import marketshaping.input.source.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownIdentifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # cell       | shown         | identifier
                    42           | 0042          | 0042
                    70001        | 0000070001    | 0000070001
                    123          | C123          | C123
                    123          | C-000123      | C-000123
                    4857773456   | 485 777 3456  | 485 777 3456
                    12345        | 12,345        | 12345
                    12345        | 12345.00      | 12345
                    12345        | 12,345.0      | 12345
                    0042         | 0042          | 0042
                    AB12         | AB12          | AB12
                    AB12         | ab12          | AB12
                    """)
    void identifier_is_read_as_shown(String cell, String shown, String identifier) {
        assertThat(ShownIdentifier.of(row(cell, shown, false), 0)).isEqualTo(identifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    123456789012 | 1.23457E+11
                    1234.5       | 1235
                    123456       | 123
                    0.5          | 50%
                    70001        | ####
                    """)
    void identifier_with_lost_digits_has_no_value(String cell, String shown) {
        String identifier = ShownIdentifier.of(row(cell, shown, false), 0);
        assertThat(IdentifierText.isShortened(identifier)).isTrue();
        assertThat(IdentifierText.value(identifier)).isNull();
        assertThat(identifier).endsWith(shown);
    }

    @Test
    void date_and_cell_without_shown_text_keep_their_value() {
        assertThat(ShownIdentifier.of(row("2025-06-30", "30 June", true), 0)).isEqualTo("2025-06-30");
        assertThat(ShownIdentifier.of(row("45838", "30/06/2025", true), 0)).isEqualTo("45838");
        assertThat(ShownIdentifier.of(row("42", "", false), 0)).isEqualTo("42");
        assertThat(ShownIdentifier.of(SourceRow.ofText(1, List.of("0042")), 0)).isEqualTo("0042");
    }

    private static SourceRow row(String cell, String shown, boolean isDate) {
        BitSet dates = new BitSet();
        dates.set(0, isDate);
        return SourceRow.ofSheet(2, List.of(cell), List.of(shown), dates);
    }
}
