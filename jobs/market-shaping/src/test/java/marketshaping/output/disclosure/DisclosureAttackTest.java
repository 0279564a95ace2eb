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

/** Random cubes, published and then attacked by a reader who sees nothing else. */
class DisclosureAttackTest {
    private static final int CUBES = 300;
    private static final List<String> COUNTS = List.of(
            "placements",
            "in_borough",
            "north_east_london",
            "other_london",
            "outside_london",
            "not_located",
            "out_of_borough");

    static IntStream seeds() {
        return IntStream.range(0, CUBES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void should_not_let_a_hidden_count_be_worked_out_where_counts_are_exact(int seed) {
        Table cube = cube(seed);
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube);

        assertThat(new TableAttacker(published).worksOut()).isEmpty();
        assertHonest(cube, published);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void should_not_let_a_hidden_count_be_worked_out_where_counts_are_rounded(int seed) {
        Table published = new Disclosure(DisclosureProfile.SUPPRESS_1_7_ROUND_5).publish(cube(seed));

        assertThat(new TableAttacker(published, 2).worksOut()).isEmpty();
    }

    @Test
    void should_be_needed_for_hiding_small_counts_alone_gives_many_away() {
        long broken = seeds().filter(seed -> !new TableAttacker(smallOnesHidden(cube(seed)))
                        .worksOut()
                        .isEmpty())
                .count();

        assertThat(broken).isGreaterThan(CUBES / 2);
    }

    @Test
    void should_give_the_same_table_whenever_asked() {
        assertThat(new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube(7)))
                .isEqualTo(new Disclosure(DisclosureProfile.SUPPRESS_UNDER_5).publish(cube(7)));
    }

    /** What is shown is true, what is small is hidden, and noughts are shown. */
    private static void assertHonest(Table cube, Table published) {
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

    private static Table smallOnesHidden(Table cube) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : cube.rows()) {
            rows.add(row.stream()
                    .map(cell -> cell instanceof Long count && count >= 1 && count <= 4 ? Shorthand.SUPPRESSED : cell)
                    .toList());
        }
        return new Table(cube.id(), cube.title(), cube.columns(), rows, cube.note());
    }

    /** One to three dimensions of two to four values, sparse or dense, with every total. */
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
