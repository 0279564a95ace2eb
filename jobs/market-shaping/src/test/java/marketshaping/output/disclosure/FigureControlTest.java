package marketshaping.output.disclosure;

import static marketshaping.model.table.Shorthand.SUPPRESSED;
import static marketshaping.output.disclosure.DisclosureTables.column;
import static marketshaping.output.disclosure.DisclosureTables.row;
import static marketshaping.output.disclosure.DisclosureTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Suppression of money, days and shares that would reveal hidden figures. */
class FigureControlTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void money_is_hidden_if_one_provider_has_85_percent_or_more(DisclosureProfile profile) {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("people"),
                Column.money("weekly_cost", "£ a week", "people"),
                Column.number("_weekly_cost_top_provider_percent", "people"));
        BigDecimal cost = new BigDecimal("21000.50");
        Table published = new Disclosure(profile)
                .publish(table(
                        columns,
                        List.of(
                                row("1", 20L, cost, new BigDecimal("84.99")),
                                row("2", 20L, cost, new BigDecimal("85")),
                                row("3", 20L, cost, 100.0))));

        assertThat(column(published, "weekly_cost")).containsExactly(cost, SUPPRESSED, SUPPRESSED);
        assertThat(column(published, "people")).containsExactly(20L, 20L, 20L);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void next_smallest_money_is_hidden_if_the_total_reveals_one(DisclosureProfile profile) {
        Table published = new Disclosure(profile).publish(costs(money(100), money(70), money(27), money(3)));

        assertThat(column(published, "weekly_cost")).containsExactly(money(100), money(70), SUPPRESSED, SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void occupied_and_void_nights_are_hidden_together(DisclosureProfile profile) {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.number("bought_nights", ""),
                Column.number("occupied_nights", "_lines"),
                Column.number("void_nights", "_lines"),
                Column.count("_lines"));
        Table published = new Disclosure(profile)
                .publish(table(
                        columns,
                        List.of(
                                row("All", 700.0, 500.0, 200.0, 99L),
                                row("Extra care", 300.0, 290.0, 10.0, 40L),
                                row("Nursing care", 300.0, 190.0, 110.0, 55L),
                                row("Supported living", 100.0, 20.0, 80.0, 4L))));

        assertThat(published.rows()).allSatisfy(row -> assertThat(Collections.frequency(row, SUPPRESSED))
                .isNotEqualTo(1));
        assertThat(published.rows().get(3)).containsExactly("Supported living", 100.0, SUPPRESSED, SUPPRESSED);
    }

    @Test
    void medians_are_not_treated_as_sums() {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(costs(money(50), money(55), money(45), money(30)));

        assertThat(column(published, "weekly_cost")).containsExactly(money(50), money(55), money(45), SUPPRESSED);
    }

    @Test
    void weekly_and_annual_money_are_hidden_together() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("people"),
                Column.money("weekly_commitment", "£ a week", "people"),
                Column.money("annual_commitment", "£ a year", "people"),
                Column.number("_weekly_commitment_top_provider_percent", "people"));
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(columns, List.of(row("1", 20L, money(7), money(365), 90.0))));

        assertThat(published.rows()).containsExactly(row("1", 20L, SUPPRESSED, SUPPRESSED));
    }

    @Test
    void change_is_hidden_if_either_year_is_hidden() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.money("spend", "£", "_lines"),
                Column.money("spend_year_before", "£", "_lines_year_before"),
                Column.share("change_percent", "_lines"),
                Column.count("_lines"),
                Column.count("_lines_year_before"));
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(
                        columns,
                        List.of(
                                row("1", money(110), money(100), 10.0, 20L, 3L),
                                row("2", money(110), money(100), 10.4, 20L, 20L))));

        assertThat(column(published, "change_percent")).containsExactly(SUPPRESSED, 10.0);
    }

    @Test
    void money_of_this_year_is_kept_if_only_last_year_is_hidden() {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5).publish(years());

        assertThat(published.rows()).containsExactly(row("1", money(900), SUPPRESSED));
    }

    @Test
    void money_based_on_another_count_is_kept() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.money("good", "£ a week", "_good_count"),
                Column.money("inadequate", "£ a week", "_inadequate_count"),
                Column.count("_good_count"),
                Column.count("_inadequate_count"));
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(columns, List.of(row("1", money(900), money(300), 20L, 3L))));

        assertThat(published.rows()).containsExactly(row("1", money(900), SUPPRESSED));
    }

    @Test
    void money_of_both_years_is_hidden_if_a_column_compares_them() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.money("weekly_cost", "£ a week", "_lines"),
                Column.money("weekly_cost_year_before", "£ a week", "_lines_year_before"),
                Column.money("difference", "£ a week", "_lines"),
                Column.count("_lines"),
                Column.count("_lines_year_before"));
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(columns, List.of(row("1", money(900), money(300), money(600), 20L, 3L))));

        assertThat(published.rows()).containsExactly(row("1", SUPPRESSED, SUPPRESSED, SUPPRESSED));
    }

    @Test
    void longest_time_is_hidden_if_it_must_be_a_hidden_groups() {
        assertThat(column(longest(60L, 40L, 60L), "max_days")).containsExactly(SUPPRESSED, 40L, SUPPRESSED);
        assertThat(column(longest(40L, 40L, 30L), "max_days")).containsExactly(40L, 40L, SUPPRESSED);
    }

    @Test
    void money_of_periods_that_differ_by_few_lines_is_hidden() {
        List<Column> columns = List.of(
                Column.dimension("state"),
                Column.dimension("setting"),
                Column.count("lines"),
                Column.money("weekly_value", "£ a week", "lines"));
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(
                        columns,
                        List.of(
                                row("Within 6 months", "All", 50L, money(500)),
                                row("Within 6 months", "Home care", 20L, money(200)),
                                row("Within 6 months", "Nursing care", 30L, money(300)),
                                row("Within 12 months", "All", 62L, money(620)),
                                row("Within 12 months", "Home care", 22L, money(220)),
                                row("Within 12 months", "Nursing care", 40L, money(400)))));

        assertThat(column(published, "weekly_value"))
                .as("the two home care lines of the second half year cost 220 - 200")
                .satisfies(cells -> assertThat(cells.get(1) == SUPPRESSED || cells.get(4) == SUPPRESSED)
                        .isTrue());
    }

    private static Table years() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.money("weekly_cost", "£ a week", "_lines"),
                Column.money("weekly_cost_year_before", "£ a week", "_lines_year_before"),
                Column.count("_lines"),
                Column.count("_lines_year_before"));
        return table(columns, List.of(row("1", money(900), money(300), 20L, 3L)));
    }

    private static Table costs(Object all, Object one, Object other, Object few) {
        List<Column> columns = List.of(
                Column.dimension("setting"), Column.count("people"), Column.money("weekly_cost", "£ a week", "people"));
        return table(
                columns,
                List.of(
                        row("All", 53L, all),
                        row("Residential care", 30L, one),
                        row("Nursing care", 20L, other),
                        row("Home care", 3L, few)));
    }

    private static Table longest(long all, long many, long few) {
        List<Column> columns =
                List.of(Column.dimension("setting"), Column.count("cases"), Column.days("max_days", "cases"));
        return new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5)
                .publish(table(
                        columns,
                        List.of(row("All", 33L, all), row("Home care", 30L, many), row("Nursing care", 3L, few))));
    }

    private static BigDecimal money(long pounds) {
        return BigDecimal.valueOf(pounds);
    }
}
