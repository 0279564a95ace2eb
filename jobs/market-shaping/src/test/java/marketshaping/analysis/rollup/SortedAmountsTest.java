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

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 7.5", "0.9, 17.1", "1, 21"})
    void quantile_lies_between_the_nearest_amounts(double share, double expected) {
        assertThat(amounts(0, 7, 8, 21).quantile(share)).isEqualTo(expected);
    }

    @Test
    void quantile_has_the_digits_of_floating_point_arithmetic() {
        assertThat(amounts(2, 3).quantile(0.9)).isEqualTo(2.9000000000000004);
    }

    @Test
    void quantile_between_equal_amounts_is_that_amount() {
        assertThat(amounts(3, 3, 3).quantile(0.9)).isEqualTo(3.0);
    }

    @Test
    void mean_counts_each_equal_amount() {
        assertThat(amounts(1, 1, 1, 5).mean()).isEqualTo(2.0);
        assertThat(amounts(1, 5).with(amounts(1, 1)).mean()).isEqualTo(2.0);
    }

    @Test
    void statistics_without_amounts_are_unknown() {
        assertThat(amounts().mean()).isNull();
        assertThat(amounts().quantile(0.5)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "3, 2", "4, 3", "5, 3"})
    void amounts_up_to_a_value_are_counted(long value, long expected) {
        assertThat(SortedAmounts.of(new long[] {2, 4, 2}).countUpTo(value)).isEqualTo(expected);
    }

    private static SortedAmounts amounts(int... pounds) {
        long[] values = new long[pounds.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pounds[i] * 100_000_000L;
        }
        return SortedAmounts.of(values);
    }
}
