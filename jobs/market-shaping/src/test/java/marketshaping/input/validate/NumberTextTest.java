package marketshaping.input.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1234.50        | 1234.5
                    £1,234.50      | 1234.5
                    £ 1 234.50     | 1234.5
                    1,234,567      | 1234567
                    Â£1,234.50     | 1234.5
                    .50            | 0.5
                    5.             | 5
                    (12.00)        | -12
                    (£1,000.00)    | -1000
                    12.00-         | -12
                    -£5            | -5
                    £-5            | -5
                    +5.00          | 5
                    6.8E-13        | 0
                    £ -            | 0
                    18.33333333    | 18.3333
                    18.33335       | 18.3334
                    -0.00005       | -0.0001
                    99999999999999.9999 | 99999999999999.9999
                    """)
    void amount_is_read(String text, BigDecimal value) {
        assertThat(NumberText.value(text)).isEqualByComparingTo(value).satisfies(read -> assertThat(read.scale())
                .isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234,50",
                "1.234,50",
                "12,34.50",
                "12 50",
                "1.23E+05",
                "1e3",
                "12.5%",
                "£",
                ".",
                "-",
                "TBC",
                "£900 pw",
                "€900",
                "1.2.3",
                "10:30",
                "0x1F",
                "NaN",
                "99999999999999999999",
                "--5",
                "#REF!"
            })
    void text_that_is_no_amount_has_no_value(String text) {
        assertThat(NumberText.value(text)).isNull();
    }

    @Test
    void whole_number_has_no_fraction_and_fits_an_int() {
        assertThat(NumberText.whole("12")).isEqualTo(12);
        assertThat(NumberText.whole("12.0")).isEqualTo(12);
        assertThat(NumberText.whole("1,250")).isEqualTo(1250);
        assertThat(NumberText.whole("12.5")).isNull();
        assertThat(NumberText.whole("12345678901")).isNull();
        assertThat(NumberText.whole("c. 12")).isNull();
    }

    @Test
    void degrees_keep_every_digit() {
        assertThat(NumberText.degrees("-0.0553127")).isEqualTo(-0.0553127);
        assertThat(NumberText.degrees("51.5")).isEqualTo(51.5);
        assertThat(NumberText.degrees("1e-05")).isEqualTo(0.00001);
        assertThat(NumberText.degrees("51,5")).isNull();
        assertThat(NumberText.degrees("-")).isNull();
        assertThat(NumberText.degrees("51.5 N")).isNull();
    }
}
