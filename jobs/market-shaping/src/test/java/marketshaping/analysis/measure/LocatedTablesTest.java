package marketshaping.analysis.measure;

import static marketshaping.model.table.Shorthand.NOT_AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;

class LocatedTablesTest {
    private static final List<Column> STOCK = List.of(
            Column.dimension("setting"),
            Column.count("people"),
            Column.count("placements"),
            Column.count("not_located"),
            Column.count("out_of_borough"),
            Column.percent("out_of_borough_percent", "out_of_borough", "_located"));

    @Test
    void figures_about_places_are_not_available_if_nobody_is_located() {
        Map<String, Table> marked = LocatedTables.of(tables(9L));

        assertThat(marked.get("oob_stock").rows())
                .containsExactly(List.of("All", 8L, 9L, 9L, NOT_AVAILABLE, NOT_AVAILABLE));
        assertThat(marked.get("oob_stock").note()).contains("no placement states a postcode");
        assertThat(marked.get("oob_reasons").rows()).containsExactly(List.of("All", NOT_AVAILABLE));
        assertThat(marked.get("oob_flow").rows()).containsExactly(List.of("Not located", 2L));
        assertThat(marked.get("price").rows()).containsExactly(List.of(9L));
    }

    @Test
    void tables_stay_the_same_if_one_placement_is_located() {
        Map<String, Table> tables = tables(8L);

        assertThat(LocatedTables.of(tables)).isEqualTo(tables);
    }

    @Test
    void tables_without_placements_stay_the_same() {
        Map<String, Table> tables = Map.of("oob_stock", new Table("oob_stock", "Stock", STOCK, List.of(), ""));

        assertThat(LocatedTables.of(tables)).isEqualTo(tables);
    }

    private static Map<String, Table> tables(long notLocated) {
        return Map.of(
                "oob_stock",
                new Table("oob_stock", "Stock", STOCK, List.of(List.of("All", 8L, 9L, notLocated, 0L, 0L)), ""),
                "oob_reasons",
                new Table(
                        "oob_reasons",
                        "Reasons",
                        List.of(Column.dimension("reason"), Column.count("people")),
                        List.of(List.of("All", 0L)),
                        ""),
                "oob_flow",
                new Table(
                        "oob_flow",
                        "Flow",
                        List.of(Column.dimension("tier"), Column.count("started_placements")),
                        List.of(List.of("Not located", 2L)),
                        ""),
                "price",
                new Table("price", "Price", List.of(Column.count("out_of_borough")), List.of(List.of(9L)), ""));
    }
}
