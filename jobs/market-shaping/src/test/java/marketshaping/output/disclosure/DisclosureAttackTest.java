package marketshaping.output.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marketshaping.model.table.Column;
import marketshaping.model.table.RowOrder;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disclosure attacks on random cubes. The attacker sees only the published table. */
class DisclosureAttackTest {
    private static final int CUBES = 300;
    private static final List<String> COUNTS = List.of(
            "placements",
            "in_borough",
            "partner_area",
            "rest_of_region",
            "outside_region",
            "not_located",
            "out_of_borough");

    static IntStream seeds() {
        return IntStream.range(0, CUBES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hidden_count_among_exact_counts_is_not_recovered(int seed) {
        Table cube = cube(seed);
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube);

        assertThat(new TableAttacker(published).recoverHiddenCounts()).isEmpty();
        assertExactOrHidden(cube, published);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hidden_count_among_rounded_counts_is_not_recovered(int seed) {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5).publish(cube(seed));

        assertThat(new TableAttacker(published, 2, 8).recoverHiddenCounts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hidden_count_of_1_to_9_among_rounded_counts_is_not_recovered(int seed) {
        Table cube = cube(seed);
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_10_ROUND_5).publish(cube);

        assertThat(new TableAttacker(published, 2, 10).recoverHiddenCounts()).isEmpty();
        assertRoundedOrHidden(cube, published);
    }

    @Test
    void primary_suppression_alone_reveals_counts_in_most_cubes() {
        long recoverable = seeds().filter(seed -> !new TableAttacker(withSmallCountsHidden(cube(seed)))
                        .recoverHiddenCounts()
                        .isEmpty())
                .count();

        assertThat(recoverable).isGreaterThan(CUBES / 2);
    }

    @Test
    void repeated_publication_gives_the_same_table() {
        assertThat(new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube(7)))
                .isEqualTo(new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube(7)));
    }

    /** Checks that shown counts are exact, counts of 1 to 4 are hidden and zeros are shown. */
    private static void assertExactOrHidden(Table cube, Table published) {
        for (String count : COUNTS) {
            for (int row = 0; row < cube.rows().size(); row++) {
                Object exact = cube.cell(cube.rows().get(row), count);
                Object shown = published.cell(published.rows().get(row), count);
                long value = (Long) exact;
                if (value >= 1 && value <= 4) {
                    assertThat(shown).isEqualTo(Shorthand.SUPPRESSED);
                } else if (value == 0 || shown != Shorthand.SUPPRESSED) {
                    assertThat(shown).isEqualTo(exact);
                }
            }
        }
    }

    /** Checks that counts of 1 to 9 are hidden, zeros are shown, and others are the nearest multiple of 5. */
    private static void assertRoundedOrHidden(Table cube, Table published) {
        for (String count : COUNTS) {
            for (int row = 0; row < cube.rows().size(); row++) {
                long exact = (Long) cube.cell(cube.rows().get(row), count);
                Object shown = published.cell(published.rows().get(row), count);
                if (exact >= 1 && exact <= 9) {
                    assertThat(shown).isEqualTo(Shorthand.SUPPRESSED);
                } else if (exact == 0 || shown != Shorthand.SUPPRESSED) {
                    assertThat(shown).isEqualTo((exact + 2) / 5 * 5);
                }
            }
        }
    }

    private static Table withSmallCountsHidden(Table cube) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : cube.rows()) {
            rows.add(row.stream()
                    .map(cell -> cell instanceof Long count && count >= 1 && count <= 4 ? Shorthand.SUPPRESSED : cell)
                    .toList());
        }
        return new Table(cube.id(), cube.title(), cube.columns(), rows, cube.note());
    }

    /** Returns a sparse or dense cube of one to three dimensions with two to four values each and all totals. */
    private static Table cube(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int dimensions = 1 + random.nextInt(3);
        int[] sizes =
                IntStream.range(0, dimensions).map(i -> 2 + random.nextInt(3)).toArray();
        int placements = 5 + random.nextInt(60 * dimensions * dimensions);
        Map<List<Object>, long[]> totals = new LinkedHashMap<>();
        for (int placement = 0; placement < placements; placement++) {
            List<String> values = new ArrayList<>();
            for (int size : sizes) {
                values.add("Value " + (int) (size * random.nextDouble() * random.nextDouble()));
            }
            int tier = (int) (5 * random.nextDouble() * random.nextDouble());
            for (int all = 0; all < 1 << dimensions; all++) {
                List<Object> key = new ArrayList<>();
                for (int d = 0; d < dimensions; d++) {
                    key.add((all >> d & 1) == 1 ? "All" : values.get(d));
                }
                long[] counts = totals.computeIfAbsent(key, any -> new long[COUNTS.size()]);
                counts[0]++;
                counts[1 + tier]++;
                counts[6] += tier >= 1 && tier <= 3 ? 1 : 0;
            }
        }
        List<Column> columns = new ArrayList<>();
        IntStream.range(0, dimensions).forEach(d -> columns.add(Column.dimension("dimension_" + d)));
        COUNTS.forEach(count -> columns.add(Column.count(count)));
        List<List<Object>> rows = new ArrayList<>();
        totals.forEach((key, counts) -> {
            List<Object> row = new ArrayList<>(key);
            for (long count : counts) {
                row.add(count);
            }
            rows.add(row);
        });
        return RowOrder.sorted(new Table("cube", "Cube", columns, rows, ""));
    }
}
