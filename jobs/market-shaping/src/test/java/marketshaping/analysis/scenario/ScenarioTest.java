package marketshaping.analysis.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 4, 1);
    private static final LocalDate SECOND = LocalDate.of(2029, 4, 1);

    /** Twelve people wait for supported living: ten with a learning disability, two with poor mental health. */
    private static final Table WAITING = table(
            List.of("setting", "need_group"),
            List.of("people", "weekly_cost", "in_borough_median_weekly"),
            List.of("All", "All", 15L, pounds(29_000), pounds(1_200)),
            List.of("Supported living", "All", 12L, pounds(23_000), pounds(1_300)),
            List.of("Supported living", "Learning disability", 10L, pounds(20_000), pounds(1_500)),
            List.of("Supported living", "Mental health", 2L, pounds(3_000), pounds(1_000)),
            List.of("Nursing care", "Memory and cognition", 3L, pounds(6_000), Shorthand.NOT_APPLICABLE));

    private static final Table PRICE = table(
            List.of("setting", "need_group", "age_band", "tier", "purchase_route"),
            List.of("lines", "median"),
            List.of("Nursing care", "All", "All", "All", "Framework", 9L, pounds(1_000)),
            List.of("Nursing care", "Memory and cognition", "All", "All", "Framework", 2L, pounds(9_000)));

    private static final Table COMMITMENT = table(
            List.of("setting", "need_group", "purchase_route"),
            List.of("placements", "placements_without_cost", "weekly_commitment"),
            List.of("Nursing care", "All", "Spot", 22L, 2L, pounds(24_000)),
            List.of("Nursing care", "All", "All", 40L, 2L, pounds(48_000)));

    @Test
    void places_fill_from_the_waiting_at_their_average_cost() {
        assertThat(row(places(need("Learning disability", 4, FIRST)), FIRST, "Learning disability"))
                .containsExactly(4L, 10L, 4L, 6L, 0L, "8000", "6000", "-2000", "-104285.71428571");
    }

    @Test
    void unfilled_places_are_counted() {
        Table table = places(need("Mental health", 5, FIRST));

        assertThat(row(table, FIRST, "Mental health").subList(0, 5)).containsExactly(2L, 2L, 2L, 0L, 0L);
        assertThat(row(table, FIRST, "All").subList(0, 5)).containsExactly(5L, 12L, 2L, 10L, 3L);
    }

    @Test
    void places_add_up_from_day_to_day() {
        Table table = places(need("Learning disability", 4, FIRST), need("Learning disability", 5, SECOND));

        assertThat(row(table, SECOND, "Learning disability").subList(0, 4)).containsExactly(9L, 10L, 9L, 1L);
    }

    @Test
    void places_for_any_need_go_to_the_need_with_most_waiting() {
        Table table = places(any(9, FIRST), need("Learning disability", 2, FIRST));

        // Two of the ten take the places for their need. The nine other places go one by one to the need with most
        // people waiting: eight to learning disability, one to mental health.
        assertThat(row(table, FIRST, "Learning disability").subList(0, 4)).containsExactly(10L, 10L, 10L, 0L);
        assertThat(row(table, FIRST, "Mental health").subList(0, 4)).containsExactly(1L, 2L, 1L, 1L);
        assertThat(row(table, FIRST, "All").subList(0, 4)).containsExactly(11L, 12L, 11L, 1L);
    }

    @Test
    void price_in_the_plan_precedes_the_market_price() {
        Plan.Places expensive = new Plan.Places(
                "Supported living", Optional.of("Learning disability"), 10, FIRST, Optional.of(pounds(2_100)));

        assertThat(row(places(expensive), FIRST, "Learning disability")).contains("20000", "21000", "1000");
    }

    @Test
    void unknown_price_gives_shorthand() {
        Plan.Places nursing = new Plan.Places("Nursing care", Optional.empty(), 1, FIRST, Optional.empty());

        assertThat(row(places(nursing), FIRST, "Memory and cognition"))
                .containsExactly(1L, 3L, 1L, 2L, 0L, "2000", "[z]", "[z]", "[z]");
    }

    @Test
    void spot_placements_are_priced_at_the_lot_or_framework_rate() {
        Plan.Lot priced = new Plan.Lot("Nursing care", FIRST, Optional.of(pounds(1_100)));
        Plan.Lot unpriced = new Plan.Lot("Nursing care", SECOND, Optional.empty());
        Plan.Lot withoutPlacements = new Plan.Lot("Home care", SECOND, Optional.empty());

        Table table = scenario(new Plan("", List.of(), List.of(unpriced, priced, withoutPlacements)))
                .lots();

        assertThat(table.rows().stream().map(ScenarioTest::plain))
                .containsExactly(
                        List.of(
                                "2027-04-01",
                                "Nursing care",
                                20L,
                                "1100",
                                "24000",
                                "22000",
                                "-2000",
                                "-104285.71428571"),
                        List.of("2029-04-01", "Home care", 0L, "[z]", "[z]", "[z]", "[z]", "[z]"),
                        List.of(
                                "2029-04-01",
                                "Nursing care",
                                20L,
                                "1000",
                                "24000",
                                "20000",
                                "-4000",
                                "-208571.42857143"));
    }

    private static Plan.Places need(String need, int places, LocalDate from) {
        return new Plan.Places("Supported living", Optional.of(need), places, from, Optional.empty());
    }

    private static Plan.Places any(int places, LocalDate from) {
        return new Plan.Places("Supported living", Optional.empty(), places, from, Optional.empty());
    }

    private static Table places(Plan.Places... places) {
        return scenario(new Plan("", List.of(places), List.of())).places();
    }

    private static Scenario scenario(Plan plan) {
        return new Scenario(plan, Map.of("repatriation", WAITING, "price", PRICE, "spend_commitment", COMMITMENT));
    }

    /** Returns the values of the row of one need, or of all needs of supported living if the need is All. */
    private static List<Object> row(Table table, LocalDate from, String need) {
        return table.rows().stream()
                .filter(row -> row.get(0).equals(from.toString())
                        && !row.get(1).equals("All")
                        && (!need.equals("All") || row.get(1).equals("Supported living"))
                        && row.get(2).equals(need))
                .map(row -> plain(row).subList(3, row.size()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> plain(List<Object> row) {
        return row.stream()
                .map(cell -> cell instanceof BigDecimal pounds
                        ? (Object) pounds.stripTrailingZeros().toPlainString()
                        : cell instanceof Shorthand shorthand ? shorthand.toString() : cell)
                .toList();
    }

    private static BigDecimal pounds(long whole) {
        return BigDecimal.valueOf(whole);
    }

    @SafeVarargs
    private static Table table(List<String> dimensions, List<String> values, List<Object>... rows) {
        List<Column> columns = new ArrayList<>();
        dimensions.forEach(name -> columns.add(Column.dimension(name)));
        values.forEach(name -> columns.add(Column.number(name, "")));
        return new Table("input", "Input", columns, Arrays.asList(rows), "");
    }
}
