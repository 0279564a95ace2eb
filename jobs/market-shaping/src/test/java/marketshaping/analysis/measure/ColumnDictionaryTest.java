package marketshaping.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import org.junit.jupiter.api.Test;

class ColumnDictionaryTest {

    @Test
    void column_is_described_for_its_measure() {
        assertThat(words(Price.MEASURE, "p25"))
                .isEqualTo("lower quartile: a quarter of placements cost this price or less");
        assertThat(words(SpendPeriod.MEASURE, "change_percent"))
                .isEqualTo("change compared with the same period a year before");
        assertThat(words(Uplift.MEASURE, "change_percent"))
                .isEqualTo("change in the mean price compared with a year before");
        assertThat(words(BrokeringTimes.MEASURE, "mean_days_year_before"))
                .isEqualTo("a year before: mean days from clock start to sourced");
    }

    @Test
    void unlisted_column_is_described_by_its_kind() {
        assertThat(ColumnDictionary.of(Price.MEASURE, Column.count("unheard_of")))
                .isEqualTo("a count of people, placements or cases");
    }

    @Test
    void every_described_column_exists_in_a_measure() {
        Set<String> columns = Measures.ALL.stream()
                .flatMap(measure -> measure.columns().stream()
                        .flatMap(column -> Stream.of(column.name(), measure.id() + "." + column.name())))
                .collect(Collectors.toSet());

        assertThat(ColumnDictionary.names()).isNotEmpty().allSatisfy(name -> assertThat(columns)
                .contains(name));
    }

    private static String words(Measure measure, String column) {
        return ColumnDictionary.of(
                measure,
                measure.columns().stream()
                        .filter(it -> it.name().equals(column))
                        .findFirst()
                        .orElseThrow());
    }
}
