package marketshaping.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowOrderTest {
    @ParameterizedTest
    @MethodSource
    void known_values_have_their_declared_order(String dimension, List<String> expected) {
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(sorted(dimension, shuffled)).isEqualTo(expected);
    }

    static Stream<Arguments> known_values_have_their_declared_order() {
        return Stream.of(
                Arguments.of(
                        "setting",
                        List.of("All", "Residential care", "Nursing care", "Home care", "Direct payment", "Other")),
                Arguments.of("need_group", List.of("All", "Physical support", "Mental health", "Not recorded")),
                Arguments.of("age_band", List.of("All", "18 to 64", "65 and over", "Not recorded")),
                Arguments.of(
                        "tier",
                        List.of(
                                "All",
                                "In borough",
                                "Partner area",
                                "Rest of region",
                                "Outside region",
                                "Not located")),
                Arguments.of(
                        "purchase_route",
                        List.of("All", "Spot", "Framework", "Block", "Direct payment", "Not recorded")),
                Arguments.of(
                        "period",
                        List.of("Month", "Financial year to date", "Last 12 months", "2024-12", "2025-01", "2025-06")),
                Arguments.of("kind", List.of("Leakage", "Addressable")),
                Arguments.of("state", List.of("Expired", "Within 6 months", "Within 12 months")),
                Arguments.of("basis", List.of("People", "Weekly value", "Providers")));
    }

    @Test
    void unknown_values_follow_in_alphabetical_order() {
        assertThat(sorted("setting", List.of("Zebra", "Other", "ark", "Home care", "All")))
                .containsExactly("All", "Home care", "Other", "ark", "Zebra");
    }

    @Test
    void undeclared_dimension_is_sorted_alphabetically() {
        assertThat(sorted("host_name", List.of("Newham", "All", "Brent", "Hackney")))
                .containsExactly("All", "Brent", "Hackney", "Newham");
    }

    @Test
    void rows_are_sorted_by_dimensions_only() {
        Table table = new Table(
                "x",
                "X",
                List.of(Column.dimension("month"), Column.dimension("setting"), Column.count("people")),
                List.of(
                        List.of("2025-02", "Home care", 1L),
                        List.of("2025-02", "All", 9L),
                        List.of("2025-01", "Home care", 2L),
                        List.of("2025-01", "Residential care", 8L)),
                "");

        assertThat(RowOrder.sorted(table).rows())
                .containsExactly(
                        List.of("2025-01", "Residential care", 8L),
                        List.of("2025-01", "Home care", 2L),
                        List.of("2025-02", "All", 9L),
                        List.of("2025-02", "Home care", 1L));
    }

    private static List<String> sorted(String dimension, List<String> values) {
        Table table = new Table(
                "x",
                "X",
                List.of(Column.dimension(dimension)),
                values.stream().map(value -> List.<Object>of(value)).toList(),
                "");
        return RowOrder.sorted(table).rows().stream()
                .map(row -> row.get(0).toString())
                .toList();
    }
}
