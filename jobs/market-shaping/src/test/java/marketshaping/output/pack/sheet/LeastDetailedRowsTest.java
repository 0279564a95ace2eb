package marketshaping.output.pack.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;

class LeastDetailedRowsTest {

    @Test
    void small_table_is_unchanged() {
        Table table = table(10, 10);
        assertThat(LeastDetailedRows.of(table)).isEqualTo(table);
    }

    @Test
    void large_table_shows_rows_of_one_dimension_at_a_time() {
        Table shown = LeastDetailedRows.of(table(30, 30));
        assertThat(shown.rows())
                .hasSize(61)
                .allMatch(row -> row.subList(1, 3).contains("All"))
                .contains(List.of("2025-06", "All", "All", 1L), List.of("2025-06", "Setting 3", "All", 1L));
        assertThat(shown.note())
                .isEqualTo(
                        "A note. This worksheet breaks figures down by one of these columns at a time: setting, route."
                                + " All 961 rows are in large.csv, supplied with the workbook.");
    }

    @Test
    void too_large_dimension_leaves_totals_only() {
        assertThat(LeastDetailedRows.of(table(600, 1)).rows()).containsExactly(List.of("2025-06", "All", "All", 1L));
    }

    /** Returns a table with one month, which has no total, and two dimensions with totals. */
    private static Table table(int settings, int routes) {
        List<List<Object>> rows = new ArrayList<>();
        for (String setting : values("Setting", settings)) {
            for (String route : values("Route", routes)) {
                rows.add(List.of("2025-06", setting, route, 1L));
            }
        }
        return new Table(
                "large",
                "Large",
                List.of(
                        Column.dimension("month"),
                        Column.dimension("setting"),
                        Column.dimension("route"),
                        Column.count("people")),
                rows,
                "A note.");
    }

    private static List<String> values(String name, int count) {
        return Stream.concat(Stream.of("All"), IntStream.range(0, count).mapToObj(i -> name + " " + i))
                .toList();
    }
}
