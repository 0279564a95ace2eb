package marketshaping.output.disclosure;

import static marketshaping.model.table.Shorthand.NOT_APPLICABLE;
import static marketshaping.model.table.Shorthand.NOT_AVAILABLE;
import static marketshaping.model.table.Shorthand.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import marketshaping.analysis.measure.Quality;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Disclosure control of one table that counts ratings by people, by money and by providers. */
class BasisTablesTest {

    @Test
    void percentage_is_recalculated_from_rounded_people() {
        Table published = publish(
                DisclosureProfile.SUPPRESS_1_7_ROUND_5,
                people("All", 12, 61, 23, 0, 11, 0),
                people("Rest of region", 12, 61, 7, 0, 11, 0));

        assertThat(ratings(published)).containsExactly("10 | 60 | 25 | 0 | 10 | 0", "10 | 60 | [c] | 0 | 10 | 0");
        assertThat(percents(published)).startsWith(100.0 * 75 / 95);
    }

    @Test
    void second_count_is_hidden_if_the_total_reveals_the_first() {
        Table published = publish(DisclosureProfile.SUPPRESS_UNDER_5, people("All", 12, 61, 23, 0, 11, 3));

        assertThat(ratings(published)).containsExactly("12 | 61 | 23 | 0 | [c] | [c]");
        assertThat(percents(published)).containsExactly(100.0 * 73 / 96);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void money_of_few_people_or_of_one_provider_is_hidden(DisclosureProfile profile) {
        List<Object> value = value("All", figures(900, 7000, 2000, 500, 100, 0), figures(40, 70, 20, 3, 12, 0));
        value.set(columnOf("_good_top_provider_percent"), 90.0);
        Table published = publish(profile, value);

        assertThat(ratings(published)).containsExactly("900 | [c] | 2000 | [c] | 100 | 0");
        assertThat(percents(published)).containsExactly(SUPPRESSED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void money_of_a_second_tier_is_hidden_if_the_total_reveals_one(DisclosureProfile profile) {
        Table published = publish(
                profile,
                value("All", figures(0, 7000, 0, 0, 0, 0), figures(0, 70, 0, 0, 0, 0)),
                value("In borough", figures(0, 4000, 0, 0, 0, 0), figures(0, 40, 0, 0, 0, 0)),
                value("Rest of region", figures(0, 2600, 0, 0, 0, 0), figures(0, 26, 0, 0, 0, 0)),
                value("Outside region", figures(0, 400, 0, 0, 0, 0), figures(0, 4, 0, 0, 0, 0)));

        assertThat(ratings(published))
                .containsExactly(
                        "0 | 7000 | 0 | 0 | 0 | 0",
                        "0 | 4000 | 0 | 0 | 0 | 0",
                        "0 | [c] | 0 | 0 | 0 | 0",
                        "0 | [c] | 0 | 0 | 0 | 0");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void money_of_a_second_rating_is_hidden_if_the_sum_reveals_one(DisclosureProfile profile) {
        Table published =
                publish(profile, value("All", figures(900, 7000, 2000, 500, 100, 0), figures(40, 70, 20, 3, 12, 0)));

        assertThat(ratings(published)).containsExactly("900 | 7000 | 2000 | [c] | [c] | 0");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void share_of_money_is_rounded(DisclosureProfile profile) {
        Table published = publish(profile, value("All", figures(0, 1000, 2000, 0, 0, 0), figures(0, 10, 20, 0, 0, 0)));

        assertThat(percents(published)).containsExactly(33.0);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void share_of_money_without_hidden_parts_is_kept(DisclosureProfile profile) {
        List<Object> value = value("All", figures(0, 1000, 2000, 0, 400, 90), figures(0, 10, 20, 0, 40, 3));
        value.set(columnOf("_in_all"), NOT_APPLICABLE);
        Table published = publish(profile, value);

        assertThat(ratings(published)).containsExactly("0 | 1000 | 2000 | 0 | 400 | [c]");
        assertThat(percents(published)).containsExactly(33.0);
    }

    @ParameterizedTest
    @EnumSource
    void provider_counts_are_published_unchanged(DisclosureProfile profile) {
        Table published = publish(profile, providers("All", 1, 2, 0, 1, 0, 3));

        assertThat(ratings(published)).containsExactly("1 | 2 | 0 | 1 | 0 | 3");
        assertThat(percents(published)).containsExactly(75.0);
    }

    @Test
    void rows_keep_their_order_and_lose_supporting_columns() {
        Table published = publish(
                DisclosureProfile.SUPPRESS_1_7_ROUND_5,
                people("All", 20, 30, 20, 10, 10, 10),
                providers("All", 1, 2, 0, 1, 0, 3),
                people("In borough", 20, 30, 20, 10, 10, 15));

        assertThat(ratings(published))
                .containsExactly("20 | 30 | 20 | 10 | 10 | 10", "1 | 2 | 0 | 1 | 0 | 3", "20 | 30 | 20 | 10 | 10 | 15");
        assertThat(published.columns()).isEqualTo(table(List.of()).visible().columns());
    }

    @Test
    void unavailable_table_is_published_unchanged() {
        List<Object> row = new ArrayList<>(Collections.nCopies(columns(), NOT_AVAILABLE));
        Collections.fill(row.subList(0, 3), "All");

        Table published = publish(DisclosureProfile.SUPPRESS_1_7_ROUND_5, row);

        assertThat(published).isEqualTo(table(List.of(row)).visible());
    }

    private static List<Object> people(String tier, long... ratings) {
        return row("People", tier, ratings, ratings, NOT_APPLICABLE);
    }

    private static List<Object> providers(String tier, long... ratings) {
        return row("Providers", tier, ratings, ratings, NOT_APPLICABLE);
    }

    private static List<Object> value(String tier, long[] pounds, long[] people) {
        return row("Weekly value", tier, pounds, people, 50.0);
    }

    private static long[] figures(long... figures) {
        return figures;
    }

    /** Returns one row in the column order of the measure. */
    private static List<Object> row(String basis, String tier, long[] ratings, long[] counts, Object topProvider) {
        List<Object> row = new ArrayList<>(List.of(basis, tier, "All"));
        row.add(100.0 * (ratings[0] + ratings[1]) / (ratings[0] + ratings[1] + ratings[2] + ratings[3]));
        Arrays.stream(ratings).mapToObj(BigDecimal::valueOf).forEach(row::add);
        row.add(counts[0] + counts[1]);
        row.add(counts[0] + counts[1] + counts[2] + counts[3]);
        row.add(BigDecimal.valueOf(LongStream.of(ratings).sum()));
        row.add(LongStream.of(counts).sum());
        Arrays.stream(counts).forEach(row::add);
        row.addAll(Collections.nCopies(counts.length, topProvider));
        return row;
    }

    @SafeVarargs
    private static Table publish(DisclosureProfile profile, List<Object>... rows) {
        return new Disclosure(profile).publish(table(List.of(rows)));
    }

    private static Table table(List<List<Object>> rows) {
        return DisclosureTables.table(Quality.MEASURE.columns(), rows);
    }

    private static int columns() {
        return Quality.MEASURE.columns().size();
    }

    private static int columnOf(String name) {
        return table(List.of()).indexOf(name);
    }

    private static List<String> ratings(Table published) {
        int first = columnOf("outstanding");
        return published.rows().stream()
                .map(row -> row.subList(first, first + 6).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static List<Object> percents(Table published) {
        return DisclosureTables.column(published, "good_or_outstanding_percent");
    }
}
