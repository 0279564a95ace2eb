package marketshaping.output.disclosure;

import static marketshaping.model.table.Shorthand.LOW;
import static marketshaping.model.table.Shorthand.NOT_APPLICABLE;
import static marketshaping.model.table.Shorthand.NOT_AVAILABLE;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The profiles that hide small counts and round the others to the nearest 5. The default hides counts of 1 to 7. */
class RoundedTablesTest {
    private final Disclosure disclosure = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5);

    @Test
    void counts_of_1_to_7_are_hidden_and_others_rounded_to_5() {
        Table published = disclosure.publish(
                unlinked(Column.count("people"), List.of(0L, 1L, 4L, 5L, 7L, 8L, 9L, 10L, 12L, 13L, 1002L, 1003L)));

        assertThat(column(published, "people"))
                .containsExactly(
                        0L, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, 10L, 10L, 10L, 10L, 15L, 1000L, 1005L);
    }

    @Test
    void higher_limit_hides_counts_of_1_to_9_and_rounds_others_to_5() {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_10_ROUND_5)
                .publish(unlinked(Column.count("people"), List.of(0L, 1L, 7L, 8L, 9L, 10L, 12L, 13L, 1002L, 1003L)));

        assertThat(column(published, "people"))
                .containsExactly(0L, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, 10L, 10L, 15L, 1000L, 1005L);
    }

    /** Three shown counts of 10 or more leave at most 2 of the total of 32 for the two hidden counts: each is 1. */
    @Test
    void shown_count_of_10_is_at_least_10_if_counts_below_are_hidden() {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_10_ROUND_5)
                .publish(table(
                        List.of(Column.dimension("setting"), Column.count("people")),
                        List.of(
                                row("All", 32L),
                                row("A", 10L),
                                row("B", 10L),
                                row("C", 10L),
                                row("D", 1L),
                                row("E", 1L))));

        assertThat(column(published, "people").subList(1, 4)).contains(SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource
    void table_without_rows_is_published(DisclosureProfile profile) {
        List<Column> columns = List.of(
                Column.dimension("setting"),
                Column.count("spot_lines"),
                Column.money("spot_median", "£ a week", "spot_lines"),
                Column.share("premium_percent", "_fewer_lines"),
                Column.count("_fewer_lines"));
        Table published = new Disclosure(profile).publish(table(columns, List.of()));

        assertThat(published.columns()).isEqualTo(columns.subList(0, 4));
        assertThat(published.rows()).isEmpty();
    }

    @Test
    void counts_of_things_text_and_shorthand_are_unchanged() {
        Table table = table(
                List.of(Column.text("what"), Column.countOfThings("providers"), Column.count("people")),
                List.of(row("x", 3L, NOT_AVAILABLE), row("y", 11L, NOT_APPLICABLE)));

        assertThat(disclosure.publish(table)).isEqualTo(table);
    }

    @Test
    void percentages_follow_from_rounded_counts() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("placements"),
                Column.count("outside"),
                Column.percent("outside_percent", "outside", "placements"));
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("1", 31L, 12L, 100.0 * 12 / 31),
                        row("2", 31L, 7L, 100.0 * 7 / 31),
                        row("3", 5L, 0L, 0.0),
                        row("4", 31L, 0L, 0.0),
                        row("5", 0L, 0L, NOT_APPLICABLE))));

        assertThat(column(published, "outside_percent"))
                .containsExactly(100.0 / 3, SUPPRESSED, SUPPRESSED, 0.0, NOT_APPLICABLE);
    }

    @Test
    void supporting_counts_are_rounded_and_then_dropped() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("outside"),
                Column.count("_located"),
                Column.percent("outside_percent", "outside", "_located"));
        Table published =
                disclosure.publish(table(columns, List.of(row("1", 12L, 41L, 100.0 * 12 / 41), row("2", 0L, 7L, 0.0))));

        assertThat(published.columns()).extracting(Column::name).containsExactly("month", "outside", "outside_percent");
        assertThat(column(published, "outside_percent")).containsExactly(25.0, SUPPRESSED);
    }

    @Test
    void figures_based_on_1_to_7_are_hidden() {
        List<Column> columns = List.of(
                Column.dimension("month"),
                Column.count("lines"),
                Column.money("median", "£ a week", "lines"),
                Column.days("mean_days", "lines"),
                Column.number("hhi", "lines"),
                Column.share("spot_share_percent", "lines"));
        BigDecimal price = new BigDecimal("812.37");
        Table published = disclosure.publish(table(
                columns,
                List.of(
                        row("0", 0L, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE),
                        row("1", 1L, price, 9.2, 10000.0, 100.0),
                        row("2", 7L, price, 9.2, 5000.0, 50.0),
                        row("3", 8L, price, 9.125, 2516.25, 51.6))));

        assertThat(published.rows())
                .containsExactly(
                        row("0", 0L, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE),
                        row("1", SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED),
                        row("2", SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED),
                        row("3", 10L, price, 9.1, 2516.3, 52.0));
    }

    @Test
    void share_that_rounds_to_zero_is_shown_as_low() {
        List<Column> columns =
                List.of(Column.dimension("month"), Column.count("lines"), Column.share("share_percent", "lines"));
        Table published = disclosure.publish(
                table(columns, List.of(row("1", 20L, 0.4), row("2", 20L, 0.0), row("3", 20L, new BigDecimal("0.5")))));

        assertThat(column(published, "share_percent")).containsExactly(LOW, 0.0, new BigDecimal("1"));
    }

    @Test
    void more_is_hidden_if_rounded_totals_reveal_a_hidden_count() {
        // A reader who sees 20, 10 and 15 knows that at most 22 - 8 - 13 = 1 is left for setting C.
        List<Column> columns = List.of(Column.dimension("setting"), Column.count("people"));
        Table published =
                disclosure.publish(table(columns, List.of(row("All", 22L), row("A", 8L), row("B", 13L), row("C", 1L))));

        assertThat(column(published, "people")).containsExactly(20L, SUPPRESSED, 15L, SUPPRESSED);
    }

    @Test
    void no_more_is_hidden_if_rounding_protects_the_hidden_count() {
        List<Column> columns = List.of(Column.dimension("setting"), Column.count("people"));
        Table published = disclosure.publish(
                table(columns, List.of(row("All", 30L), row("A", 14L), row("B", 13L), row("C", 3L))));

        assertThat(column(published, "people")).containsExactly(30L, 15L, 15L, SUPPRESSED);
    }

    @Test
    void parts_can_exceed_a_total_that_counts_people_once() {
        List<Column> columns = List.of(Column.dimension("setting"), Column.count("people"));
        Table published = disclosure.publish(
                table(columns, List.of(row("All", 12L), row("A", 11L), row("B", 10L), row("C", 3L))));

        assertThat(column(published, "people")).containsExactly(10L, 10L, 10L, SUPPRESSED);
    }
}
