package marketshaping.analysis.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortedAmountsTest {

    @ParameterizedTest
    @CsvSource({"0, 100", "25, 175", "50, 250", "75, 325", "90, 370", "100, 400"})
    void percentile_lies_between_the_nearest_amounts(int percent, BigDecimal expected) {
        assertThat(amounts(100, 200, 300, 400).percentile(percent)).isEqualByComparingTo(expected);
    }

    @Test
    void percentile_of_one_amount_is_that_amount() {
        assertThat(amounts(123).percentile(90)).isEqualByComparingTo("123");
    }

    @Test
    void percentile_is_rounded_to_eight_decimal_places() {
        assertThat(SortedAmounts.of(new long[] {0, 1}).percentile(25)).isEqualTo(new BigDecimal("0E-8"));
        assertThat(SortedAmounts.of(new long[] {0, 1}).percentile(50)).isEqualTo(new BigDecimal("0.00000001"));
    }

    @Test
    void percentile_without_amounts_is_unknown() {
        assertThat(amounts().percentile(50)).isNull();
    }

    @Test
    void floating_point_percentile_lies_between_the_nearest_amounts() {
        assertThat(amounts(400, 100, 300, 200).interpolated(50)).isEqualTo(250.0);
        assertThat(amounts(100, 200, 300, 500).interpolated(75)).isEqualTo(350.0);
        assertThat(amounts(100, 200, 300).interpolated(50)).isEqualTo(200.0);
        assertThat(amounts().interpolated(50)).isNull();
    }

    private static SortedAmounts amounts(int... pounds) {
        long[] values = new long[pounds.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pounds[i] * 100_000_000L;
        }
        return SortedAmounts.of(values);
    }
}
