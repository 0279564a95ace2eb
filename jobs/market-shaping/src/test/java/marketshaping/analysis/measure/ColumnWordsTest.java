package marketshaping.analysis.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import org.junit.jupiter.api.Test;

class ColumnWordsTest {

    @Test
    void should_say_what_a_column_holds_in_its_measure() {
        assertThat(words(Price.MEASURE, "p25")).isEqualTo("price that a quarter of placements are at or below");
        assertThat(words(SpendPeriod.MEASURE, "change_percent")).isEqualTo("change on the year before");
        assertThat(words(Uplift.MEASURE, "change_percent")).isEqualTo("change of the mean price on the year before");
        assertThat(words(BrokeringTimes.MEASURE, "mean_days_year_before"))
                .isEqualTo("a year before: mean days from clock start to sourced");
    }

    @Test
    void should_say_what_kind_of_figure_a_column_is_that_the_dictionary_does_not_have() {
        assertThat(ColumnWords.of(Price.MEASURE, Column.count("unheard_of")))
                .isEqualTo("a count of people, placements or cases");
    }

    @Test
    void should_have_no_words_for_columns_that_are_in_no_measure() {
        Set<String> columns = Measures.ALL.stream()
                .flatMap(measure -> measure.columns().stream()
                        .flatMap(column -> Stream.of(column.name(), measure.id() + "." + column.name())))
                .collect(Collectors.toSet());

        assertThat(ColumnWords.names()).isNotEmpty().allSatisfy(name -> assertThat(columns)
                .contains(name));
    }

    private static String words(Measure measure, String column) {
        return ColumnWords.of(
                measure,
                measure.columns().stream()
                        .filter(it -> it.name().equals(column))
                        .findFirst()
                        .orElseThrow());
    }
}
