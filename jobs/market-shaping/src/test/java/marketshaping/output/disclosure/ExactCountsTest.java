package marketshaping.output.disclosure;

import static marketshaping.model.table.Shorthand.NOT_APPLICABLE;
import static marketshaping.model.table.Shorthand.SUPPRESSED;
import static marketshaping.output.disclosure.DisclosureTables.column;
import static marketshaping.output.disclosure.DisclosureTables.row;
import static marketshaping.output.disclosure.DisclosureTables.table;
import static marketshaping.output.disclosure.DisclosureTables.unlinked;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;

/** The profile that hides counts of 1 to 4 and shows the others exactly, and the profile that hides nothing. */
class ExactCountsTest {
    private final Disclosure disclosure = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5);

    @Test
    void counts_of_1_to_4_are_hidden_and_others_are_exact() {
        Table published = disclosure.publish(
                unlinked(Column.count("people"), List.of(0L, 1L, 4L, 5L, 7L, 8L, 9L, 10L, 12L, 13L)));

        assertThat(column(published, "people"))
                .containsExactly(0L, SUPPRESSED, SUPPRESSED, 5L, 7L, 8L, 9L, 10L, 12L, 13L);
    }

    @Test
    void single_hidden_cell_hides_the_next_smallest_but_no_zero() {
        Table published = disclosure.publish(settings(33L, 20L, 10L, 3L, 0L));

        assertThat(column(published, "people")).containsExactly(33L, 20L, SUPPRESSED, SUPPRESSED, 0L);
    }

    @Test
    void two_hidden_cells_of_1_each_hide_a_third() {
        Table published = disclosure.publish(settings(32L, 20L, 10L, 1L, 1L));

        assertThat(column(published, "people")).containsExactly(32L, 20L, SUPPRESSED, SUPPRESSED, SUPPRESSED);
    }

    @Test
    void next_smallest_is_hidden_even_if_parts_exceed_the_total() {
        Table published = disclosure.publish(settings(30L, 20L, 10L, 3L, 0L));

        assertThat(column(published, "people")).containsExactly(30L, 20L, SUPPRESSED, SUPPRESSED, 0L);
    }

    @Test
    void sums_over_both_dimensions_are_protected() {
        List<Column> columns =
                List.of(Column.dimension("setting"), Column.dimension("need_group"), Column.count("people"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", "All", 78L),
                        row("A", "All", 33L),
                        row("B", "All", 45L),
                        row("All", "x", 31L),
                        row("All", "y", 47L),
                        row("A", "x", 3L),
                        row("A", "y", 30L),
                        row("B", "x", 28L),
                        row("B", "y", 17L))));

        assertThat(column(published, "people"))
                .containsExactly(78L, 33L, 45L, 31L, 47L, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED);
    }

    /** Cases sourced late are in no column. Without them, 19 cases less 6 and 8 leave at most 5 for five hidden parts. */
    @Test
    void columns_that_are_not_the_whole_of_another_limit_each_other() {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.count("cases"),
                Column.count("sourced_within_target"),
                Column.count("still_open"),
                Column.count("withdrawn"),
                Column.count("_sourced"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", 19L, 6L, 5L, 8L, 6L),
                        row("Residential care", 3L, 1L, 1L, 1L, 1L),
                        row("Nursing care", 1L, 1L, 0L, 0L, 1L),
                        row("Supported living", 3L, 2L, 1L, 0L, 2L),
                        row("Extra care", 3L, 1L, 0L, 2L, 1L),
                        row("Shared Lives", 3L, 1L, 1L, 1L, 1L),
                        row("Home care", 1L, 0L, 1L, 0L, 0L),
                        row("Direct payment", 1L, 0L, 0L, 1L, 0L),
                        row("Respite", 3L, 0L, 1L, 2L, 0L),
                        row("Other", 1L, 0L, 0L, 1L, 0L))));

        assertThat(column(published, "still_open")).startsWith(SUPPRESSED, SUPPRESSED, 0L, SUPPRESSED);
        assertThat(published.rows().get(0).subList(1, 4))
                .filteredOn(SUPPRESSED::equals)
                .hasSizeGreaterThan(1);
    }

    @Test
    void columns_that_add_up_to_another_are_protected() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("placements"),
                Column.count("in_borough"),
                Column.count("partner_area"),
                Column.count("rest_of_region"),
                Column.count("outside_region"),
                Column.count("not_located"),
                Column.count("out_of_borough"));
        Table published = disclosure.publish(table(columns, List.of(row("1", 75L, 40L, 12L, 8L, 3L, 12L, 23L))));

        assertThat(published.rows()).containsExactly(row("1", 75L, 40L, 12L, SUPPRESSED, SUPPRESSED, 12L, 23L));
    }

    @Test
    void count_is_hidden_if_the_rest_of_its_total_is_small() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("people"),
                Column.count("seen"),
                Column.percent("seen_percent", "seen", "people"));
        Table published = disclosure.publish(
                table(columns, List.of(row("1", 30L, 28L, 100.0 * 28 / 30), row("2", 30L, 20L, 100.0 * 20 / 30))));

        assertThat(published.rows())
                .containsExactly(row("1", 30L, SUPPRESSED, SUPPRESSED), row("2", 30L, 20L, 100.0 * 20 / 30));
    }

    @Test
    void never_seen_is_hidden_if_few_were_seen_ever_or_long_ago() {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.count("people"),
                Column.count("seen_12_months"),
                Column.count("never_seen"),
                Column.count("people_year_before"),
                Column.count("seen_12_months_year_before"),
                Column.count("never_seen_year_before"));
        Table published = disclosure.publish(
                table(columns, List.of(row("A", 40L, 28L, 10L, 40L, 25L, 10L), row("B", 32L, 0L, 30L, 42L, 29L, 11L))));

        assertThat(published.rows())
                .containsExactly(
                        row("A", 40L, 28L, SUPPRESSED, 40L, 25L, 10L),
                        row("B", 32L, 0L, SUPPRESSED, 42L, 29L, SUPPRESSED));
    }

    @Test
    void percentage_is_hidden_if_its_base_reveals_a_total() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.dimension("setting"),
                Column.dimension("purchase_route"),
                Column.count("placements"),
                Column.count("_placements_of_all_routes"),
                Column.percent("share_percent", "placements", "_placements_of_all_routes"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("1", "All", "All", 43L, 43L, 100.0),
                        row("1", "Home care", "All", 40L, 40L, 100.0),
                        row("1", "Nursing care", "All", 3L, 3L, 100.0),
                        row("1", "Home care", "Spot", 28L, 40L, 70.0),
                        row("1", "Home care", "Block", 12L, 40L, 30.0))));

        assertThat(column(published, "placements")).containsExactly(43L, SUPPRESSED, SUPPRESSED, 28L, SUPPRESSED);
        assertThat(column(published, "share_percent").subList(1, 5))
                .as("28 is 70% of the hidden 40")
                .containsOnly(SUPPRESSED);
    }

    @Test
    void second_percentage_is_hidden_if_others_reveal_a_numerator() {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.count("people"),
                Column.count("_seen"),
                Column.percent("seen_percent", "_seen", "people"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", 160L, 40L, 25.0),
                        row("A", 60L, 21L, 35.0),
                        row("B", 60L, 16L, 80.0 / 3),
                        row("C", 40L, 3L, 7.5))));

        assertThat(column(published, "seen_percent")).containsExactly(25.0, 35.0, SUPPRESSED, SUPPRESSED);
    }

    @Test
    void share_of_some_routes_is_hidden_if_it_reveals_a_route() {
        List<Column> columns = List.of(
                Column.dimension("purchase_route"),
                Column.count("placements"),
                Column.count("_spot_placements"),
                Column.count("_bought_placements"),
                Column.percent("spot_share_placements_percent", "_spot_placements", "_bought_placements"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", 53L, 30L, 45L, 200.0 / 3),
                        row("Spot", 30L, 0L, 0L, NOT_APPLICABLE),
                        row("Framework", 12L, 0L, 0L, NOT_APPLICABLE),
                        row("Block", 3L, 0L, 0L, NOT_APPLICABLE),
                        row("Not recorded", 8L, 0L, 0L, NOT_APPLICABLE))));

        List<Object> placements = column(published, "placements");
        assertThat(placements.subList(3, 5)).containsOnly(SUPPRESSED);
        assertThat(placements.contains(12L)
                        && column(published, "spot_share_placements_percent").contains(200.0 / 3))
                .as("30 is two thirds of 45, and 45 - 30 - 12 = 3")
                .isFalse();
    }

    @Test
    void shares_are_hidden_if_they_reveal_the_unrecorded_count() {
        List<Column> columns = List.of(
                Column.dimension("reason"),
                Column.count("placements"),
                Column.percent("share_percent", "placements", "_share_of"),
                Column.count("_share_of"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", 50L, 100.0, 50L),
                        row("No local capacity", 20L, 2000.0 / 47, 47L),
                        row("Specialist need", 15L, 1500.0 / 47, 47L),
                        row("Moved by provider", 12L, 1200.0 / 47, 47L),
                        row("Not recorded", 3L, NOT_APPLICABLE, 47L))));

        assertThat(column(published, "placements")).containsExactly(50L, 20L, 15L, SUPPRESSED, SUPPRESSED);
        assertThat(column(published, "share_percent").subList(1, 4))
                .as("20 is 42.55% of 47, and 50 - 47 = 3")
                .containsOnly(SUPPRESSED);
    }

    @Test
    void year_before_is_hidden_if_that_month_is_hidden() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.dimension("setting"),
                Column.count("cases"),
                Column.count("cases_year_before"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("2024-06", "All", 33L, 0L),
                        row("2024-06", "A", 20L, 0L),
                        row("2024-06", "B", 10L, 0L),
                        row("2024-06", "C", 3L, 0L),
                        row("2025-06", "B", 50L, 10L))));

        assertThat(column(published, "cases")).containsExactly(33L, 20L, SUPPRESSED, SUPPRESSED, 50L);
        assertThat(column(published, "cases_year_before")).endsWith(SUPPRESSED);
    }

    @Test
    void breaches_are_protected_if_every_case_has_a_target() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("cases"),
                Column.count("within_target"),
                Column.count("breaches"));
        Table published = disclosure.publish(table(columns, List.of(row("1", 50L, 47L, 3L), row("2", 60L, 47L, 3L))));

        assertThat(published.rows())
                .containsExactly(row("1", 50L, SUPPRESSED, SUPPRESSED), row("2", 60L, 47L, SUPPRESSED));
    }

    @Test
    void months_that_make_up_a_year_are_protected() {
        List<Column> columns = List.of(Column.dimension("period"), Column.count("cases"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("Month", 9L),
                        row("Financial year to date", 29L),
                        row("2025-04", 17L),
                        row("2025-05", 3L),
                        row("2025-06", 9L))));

        assertThat(column(published, "cases")).containsExactly(SUPPRESSED, 29L, 17L, SUPPRESSED, SUPPRESSED);
    }

    @Test
    void dimensions_that_occur_only_together_are_protected() {
        List<Column> columns = List.of(
                Column.dimension("tier"),
                Column.dimension("host_code"),
                Column.dimension("host_name"),
                Column.count("people"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("All", "All", "All", 63L),
                        row("Rest of region", "All", "All", 33L),
                        row("Outside region", "All", "All", 30L),
                        row("Rest of region", "E09000001", "Here", 30L),
                        row("Rest of region", "E09000002", "There", 3L),
                        row("Outside region", "E07000001", "Far", 30L))));

        assertThat(column(published, "people")).containsExactly(63L, 33L, 30L, SUPPRESSED, SUPPRESSED, 30L);
    }

    @Test
    void cell_revealed_by_several_sums_together_is_hidden() {
        // The totals of rows A and B and of columns x and y together reveal cell (C, y).
        List<Column> columns =
                List.of(Column.dimension("setting"), Column.dimension("need_group"), Column.count("people"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("A", "All", 34L),
                        row("B", "All", 35L),
                        row("C", "All", 36L),
                        row("All", "x", 24L),
                        row("All", "y", 8L),
                        row("All", "z", 73L),
                        row("A", "x", 2L),
                        row("A", "y", 2L),
                        row("A", "z", 30L),
                        row("B", "x", 2L),
                        row("B", "y", 3L),
                        row("B", "z", 30L),
                        row("C", "x", 20L),
                        row("C", "y", 3L),
                        row("C", "z", 13L))));

        assertThat(new TableAttacker(published).recoverHiddenCounts()).isEmpty();
    }

    @Test
    void profile_none_only_drops_supporting_columns() {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.count("people"),
                Column.money("weekly_cost", "£ a week", "people"),
                Column.number("_weekly_cost_top_provider_percent", "people"));
        Table table = table(columns, List.of(row("All", 3L, new BigDecimal("1.234"), 100.0)));

        assertThat(new Disclosure(DisclosureProfile.NONE).publish(table)).isEqualTo(table.visible());
        assertThat(table.visible().rows()).containsExactly(row("All", 3L, new BigDecimal("1.234")));
    }

    private static Table settings(long all, long... parts) {
        List<Column> columns = List.of(Column.dimension("setting"), Column.count("people"));
        return table(
                columns,
                List.of(
                        row("All", all),
                        row("A", parts[0]),
                        row("B", parts[1]),
                        row("C", parts[2]),
                        row("D", parts[3])));
    }
}
