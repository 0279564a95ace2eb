package marketshaping.output.disclosure;

import static marketshaping.model.table.Shorthand.SUPPRESSED;
import static marketshaping.output.disclosure.DisclosureTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.testkit.InformedAttacker;
import marketshaping.testkit.InformedAttacker.Pack;
import org.junit.jupiter.api.Test;

/** Disclosure control of linked tables in one release and in successive releases. */
class PackDisclosureTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 31);

    private final Disclosure disclosure = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5);

    @Test
    void cell_that_protects_a_small_count_is_hidden_in_every_table() {
        Table support = support(9);
        Table commitment = commitment(22, 3, 9, 10);

        assertThat(column(disclosure.publish(support), "placements")).containsExactly(9L);
        PublishedTables together = disclosure.publish(
                Map.of(support.id(), support, commitment.id(), commitment), OCTOBER, Optional.empty());

        assertThat(column(together.tables().get("spend_commitment"), "placements"))
                .containsExactly(22L, SUPPRESSED, SUPPRESSED, 10L);
        assertThat(column(together.tables().get("long_term_support"), "placements"))
                .containsExactly(SUPPRESSED);
    }

    @Test
    void attacker_recovers_nothing_from_linked_tables() {
        Map<String, Table> exact =
                Map.of("long_term_support", support(9), "spend_commitment", commitment(22, 3, 9, 10));
        Map<String, Table> together =
                disclosure.publish(exact, OCTOBER, Optional.empty()).tables();
        Map<String, Table> separate = Map.of(
                "long_term_support", disclosure.publish(support(9)),
                "spend_commitment", disclosure.publish(commitment(22, 3, 9, 10)));

        assertThat(InformedAttacker.recoverHiddenCounts(new Pack(OCTOBER, exact, separate)))
                .containsExactly("stock 2025-10-31 Residential care All All All is 3");
        assertThat(InformedAttacker.recoverHiddenCounts(new Pack(OCTOBER, exact, together)))
                .isEmpty();
    }

    @Test
    void attacker_recovers_nothing_from_successive_releases() {
        Map<String, Table> september = paid("2025-08", 20, 3, 7);
        PublishedTables before = disclosure.publish(september, SEPTEMBER, Optional.empty());
        Pack first = new Pack(SEPTEMBER, september, before.tables());
        Map<String, Table> october = paid("2025-08", 25, 8, 7);

        assertThat(InformedAttacker.recoverHiddenCounts(first, pack(october, Optional.empty())))
                .containsExactly("paid 2025-08|Spot is 3");
        assertThat(InformedAttacker.recoverHiddenCounts(first, pack(october, Optional.of(before.release()))))
                .isEmpty();
    }

    @Test
    void attacker_recovers_nothing_from_bounds_over_many_sums() {
        // Respite, Other and Direct payment have 11 payments, 9 of them spot. The other 2 are in two cells, so that
        // bounds could show that each is 1.
        Table paid = routes(
                List.of("2025-08", "All", "All", 60L),
                List.of("2025-08", "All", "Spot", 39L),
                List.of("2025-08", "All", "Not classified", 13L),
                List.of("2025-08", "All", "Block", 8L),
                List.of("2025-08", "Home care", "All", 49L),
                List.of("2025-08", "Home care", "Spot", 30L),
                List.of("2025-08", "Home care", "Not classified", 12L),
                List.of("2025-08", "Home care", "Block", 7L),
                List.of("2025-08", "Respite", "All", 7L),
                List.of("2025-08", "Respite", "Spot", 6L),
                List.of("2025-08", "Respite", "Not classified", 1L),
                List.of("2025-08", "Respite", "Block", 0L),
                List.of("2025-08", "Other", "All", 3L),
                List.of("2025-08", "Other", "Spot", 3L),
                List.of("2025-08", "Other", "Not classified", 0L),
                List.of("2025-08", "Other", "Block", 0L),
                List.of("2025-08", "Direct payment", "All", 1L),
                List.of("2025-08", "Direct payment", "Spot", 0L),
                List.of("2025-08", "Direct payment", "Not classified", 0L),
                List.of("2025-08", "Direct payment", "Block", 1L));
        Map<String, Table> exact = Map.of(paid.id(), paid);

        assertThat(InformedAttacker.recoverHiddenCounts(pack(exact, Optional.empty())))
                .isEmpty();
    }

    @SafeVarargs
    private static Table routes(List<Object>... rows) {
        return new Table(
                "payments_route",
                "",
                List.of(
                        Column.dimension("month"),
                        Column.dimension("setting"),
                        Column.dimension("purchase_route"),
                        Column.count("payments")),
                List.of(rows),
                "");
    }

    private Pack pack(Map<String, Table> exact, Optional<Release> before) {
        return new Pack(
                OCTOBER, exact, disclosure.publish(exact, OCTOBER, before).tables());
    }

    @Test
    void figures_that_disagree_between_tables_are_not_linked() {
        Table support = support(8);
        Table commitment = commitment(22, 3, 9, 10);
        PublishedTables together = disclosure.publish(
                Map.of(support.id(), support, commitment.id(), commitment), OCTOBER, Optional.empty());

        assertThat(column(together.tables().get("long_term_support"), "placements"))
                .containsExactly(8L);
    }

    @Test
    void cell_hidden_in_the_previous_release_stays_hidden() {
        PublishedTables before = disclosure.publish(paid("2025-08", 20, 3, 7), SEPTEMBER, Optional.empty());
        assertThat(column(before.tables().get("payments_route"), "payments"))
                .containsExactly(20L, SUPPRESSED, SUPPRESSED, 10L);

        // Two late payments raise spot from 3 to 5, so no count is small any more.
        Map<String, Table> revised = paid("2025-08", 22, 5, 7);
        PublishedTables alone = disclosure.publish(revised, OCTOBER, Optional.empty());
        assertThat(column(alone.tables().get("payments_route"), "payments")).containsExactly(22L, 5L, 7L, 10L);
        PublishedTables afterRelease = disclosure.publish(revised, OCTOBER, Optional.of(before.release()));
        assertThat(column(afterRelease.tables().get("payments_route"), "payments")
                        .get(2))
                .isEqualTo(SUPPRESSED);
    }

    @Test
    void figure_shown_in_the_previous_release_is_shown_again() {

        Map<String, Table> september = paid("2025-08", 20, 6, 8);
        PublishedTables before = disclosure.publish(september, SEPTEMBER, Optional.empty());
        assertThat(column(before.tables().get("payments_route"), "payments")).doesNotContain(SUPPRESSED);
        PublishedTables again = disclosure.publish(september, OCTOBER, Optional.of(before.release()));

        assertThat(again.tables()).isEqualTo(before.tables());
    }

    private static Table support(long placements) {
        return new Table(
                "long_term_support",
                "",
                List.of(Column.dimension("support"), Column.count("placements")),
                List.of(List.of("Nursing care", placements)),
                "");
    }

    private static Table commitment(long all, long residential, long nursing, long home) {
        return new Table(
                "spend_commitment",
                "",
                List.of(Column.dimension("setting"), Column.count("placements")),
                List.of(
                        List.of("All", all),
                        List.of("Residential care", residential),
                        List.of("Nursing care", nursing),
                        List.of("Home care", home)),
                "");
    }

    private static Map<String, Table> paid(String month, long all, long spot, long block) {
        Table table = new Table(
                "payments_route",
                "",
                List.of(Column.dimension("month"), Column.dimension("purchase_route"), Column.count("payments")),
                List.of(
                        List.of(month, "All", all),
                        List.of(month, "Spot", spot),
                        List.of(month, "Block", block),
                        List.of(month, "Framework", all - spot - block)),
                "");
        return Map.of(table.id(), table);
    }
}
