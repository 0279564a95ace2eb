package marketshaping.analysis.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.analysis.rollup.Lines.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares roll-ups of random lines with a calculation of each cell from all lines. */
class RollUpTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final List<Slice> SLICES = IntStream.range(0, 3)
            .mapToObj(i -> Slice.on("Day " + i, FIRST.plusDays(10L * i), FIRST.plusDays(10L * i - 15)))
            .toList();
    private static final LineCondition SPOT = LineCondition.is("route", "Spot");
    private static final RollUp ROLL_UP = new RollUp(
            LineCondition.runs("start", "end"),
            List.of(Dimension.ofSlices("day"), Dimension.of("setting"), Dimension.of("route", "route", "None")),
            RollUp.cube(3, 0),
            List.of(
                    Figure.lines("lines"),
                    Figure.people("people"),
                    Figure.people("spot_people").where(SPOT),
                    Figure.distinct("providers", "provider"),
                    Figure.sum("cost", Amount.of("cost")),
                    Figure.lines("without_cost").where(LineCondition.lacksAmount("cost")),
                    Figure.percentiles("costs", Amount.of("cost"), 25, 90),
                    Figure.topShare("top", Amount.of("cost"), "provider"),
                    Figure.lines("lines").yearBefore(),
                    OncePerPerson.of(
                            Figure.sum("first_spot_cost", Amount.of("cost")).where(SPOT)),
                    Figure.sum("days_since_start", Amount.daysSince("start")),
                    Figure.lines("last_day").where(LineCondition.upTo("end")),
                    Figure.lines("no_first_day").where(LineCondition.before("start"))));

    private record Line(
            String person,
            String setting,
            String route,
            String provider,
            LocalDate start,
            LocalDate end,
            BigDecimal cost) {

        Object[] values() {
            return new Object[] {person, setting, route, provider, start, end, cost};
        }

        boolean runs(LocalDate day) {
            return !start.isAfter(day) && (end == null || !end.isBefore(day));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cells_are_those_of_brute_force(int seed) {
        List<Line> lines = randomLines(new SplittableRandom(seed));

        Map<List<String>, Map<String, Object>> cells = ROLL_UP.of(lines(lines), SLICES).stream()
                .collect(Collectors.toMap(RollUp.Cell::values, RollUp.Cell::figures));

        assertThat(cells).isEqualTo(bruteForce(lines));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void contributions_of_different_people_add_up(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Line> lines = randomLines(random);
        Map<String, Integer> partOfPerson = new HashMap<>();
        Map<Integer, List<Line>> parts = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> partOfPerson.computeIfAbsent(line.person(), any -> random.nextInt(4))));

        Map<List<String>, RollUp.Contribution> merged = parts.values().stream()
                .flatMap(part -> ROLL_UP.contributions(lines(part), SLICES).stream())
                .collect(Collectors.toMap(RollUp.Contribution::values, Function.identity(), RollUp.Contribution::with));

        assertThat(merged.values().stream().map(ROLL_UP::cell))
                .allSatisfy(cell ->
                        assertThat(cell.figures()).isEqualTo(bruteForce(lines).get(cell.values())))
                .hasSameSizeAs(bruteForce(lines).keySet());
    }

    @Test
    void columns_that_are_read_are_recorded() {
        Lines none = lines(List.of());
        assertThat(new RollUp(SPOT, List.of(), List.of(0), List.of(Figure.people("people")))
                        .of(none, SLICES.subList(0, 1)))
                .isEmpty();
        assertThat(none.read()).containsExactlyInAnyOrder("route", "person");
    }

    @Test
    void too_many_values_are_refused() {
        List<Dimension> wide = IntStream.range(0, 4)
                .mapToObj(i -> new Dimension(
                        "d" + i,
                        (lines, slices) -> new Dimension.Coding(
                                IntStream.range(0, 70_000)
                                        .mapToObj(String::valueOf)
                                        .toList(),
                                (slice, span) -> line -> 0)))
                .toList();
        RollUp rollUp = new RollUp(LineCondition.ANY, wide, List.of(0), List.of(Figure.lines("lines")));
        assertThatThrownBy(() -> rollUp.of(lines(List.of()), SLICES.subList(0, 1)))
                .hasMessageContaining("their codes need 68 bits");
    }

    @Test
    void grouping_that_adds_up_several_dates_is_refused() {
        RollUp rollUp = new RollUp(
                LineCondition.ANY,
                List.of(Dimension.ofSlices("day"), Dimension.of("setting")),
                RollUp.cube(2),
                List.of(Figure.people("people")));
        assertThatThrownBy(() -> rollUp.of(lines(List.of()), SLICES)).hasMessageContaining("adds up several slices");
        assertThat(rollUp.of(lines(List.of()), SLICES.subList(0, 1))).isEmpty();
    }

    @Test
    void lines_without_a_value_share_a_cell_with_the_word_for_none() {
        List<Line> two = List.of(
                new Line("P1", "A", null, null, FIRST, null, null),
                new Line("P2", "A", "None", null, FIRST, null, null));
        assertThat(ROLL_UP.of(lines(two), SLICES))
                .filteredOn(cell -> cell.values().equals(List.of("Day 0", "A", "None")))
                .singleElement()
                .satisfies(cell -> assertThat(cell.figures()).containsEntry("lines", 2L));
    }

    @Test
    void sum_beyond_the_range_of_a_long_is_exact() {
        List<Line> large = IntStream.range(0, 5)
                .mapToObj(i -> new Line("P" + i, "A", null, null, FIRST, null, new BigDecimal("60000000000.00000001")))
                .toList();
        assertThat(ROLL_UP.of(lines(large), SLICES))
                .allSatisfy(cell ->
                        assertThat(cell.figures().get("cost")).isEqualTo(new BigDecimal("300000000000.00000005")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cells_of_free_text_are_those_of_brute_force(int seed) {
        List<Line> lines = new ArrayList<>(randomLines(new SplittableRandom(seed)));
        lines.add(new Line("P1", "A", null, "All", FIRST, null, null));
        RollUp rollUp = new RollUp(
                LineCondition.ANY,
                List.of(Dimension.constant("kind", "Any"), Dimension.ofText("text", "provider")),
                RollUp.cube(2),
                List.of(Figure.lines("lines")));

        Map<List<String>, Object> counts = rollUp.of(lines(lines), SLICES.subList(0, 1)).stream()
                .collect(Collectors.toMap(
                        RollUp.Cell::values, cell -> cell.figures().get("lines")));

        Map<List<String>, Object> expected = new HashMap<>();
        for (Line line : lines) {
            String text = line.provider() == null ? ":" : ":" + line.provider();
            for (List<String> cell :
                    List.of(List.of("Any", text), List.of("Any", "All"), List.of("All", text), List.of("All", "All"))) {
                expected.merge(cell, 1L, (count, one) -> (Long) count + (Long) one);
            }
        }
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void plain_text_of_a_value_has_no_colon() {
        assertThat(Stream.of(":All", "All", ":").map(Dimension::plain)).containsExactly("All", "All", "Not recorded");
    }

    private static Lines lines(List<Line> lines) {
        LinkedHashMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("person", Type.PERSON);
        Stream.of("setting", "route", "provider").forEach(column -> columns.put(column, Type.CODE));
        Stream.of("start", "end").forEach(column -> columns.put(column, Type.DAY));
        columns.put("cost", Type.AMOUNT);
        return Lines.of(columns, lines.stream().map(Line::values).iterator());
    }

    private static List<Line> randomLines(SplittableRandom random) {
        List<Line> lines = new ArrayList<>();
        int people = 1 + random.nextInt(20);
        for (int i = random.nextInt(60); i > 0; i--) {
            LocalDate start = FIRST.plusDays(random.nextInt(50) - 30);
            lines.add(new Line(
                    "P" + random.nextInt(people),
                    "Setting " + random.nextInt(4),
                    random.nextInt(5) == 0 ? null : List.of("Spot", "Block").get(random.nextInt(2)),
                    random.nextInt(6) == 0 ? null : "Provider " + random.nextInt(5),
                    start,
                    random.nextInt(3) == 0 ? null : start.plusDays(random.nextInt(20)),
                    random.nextInt(6) == 0
                            ? null
                            : BigDecimal.valueOf(random.nextLong(-500_00000000L, 2000_00000000L), 8)));
        }
        return lines;
    }

    private static Map<List<String>, Map<String, Object>> bruteForce(List<Line> lines) {
        Map<List<String>, Map<String, Object>> cells = new HashMap<>();
        for (int slice = 0; slice < SLICES.size(); slice++) {
            String label = SLICES.get(slice).label();
            LocalDate day = FIRST.plusDays(10L * slice);
            List<Line> now = lines.stream().filter(line -> line.runs(day)).toList();
            List<Line> before =
                    lines.stream().filter(line -> line.runs(day.minusDays(15))).toList();
            Stream.concat(now.stream(), before.stream())
                    .flatMap(line -> Stream.of(line.setting(), "All").flatMap(setting -> Stream.of(route(line), "All")
                            .map(route -> List.of(label, setting, route))))
                    .distinct()
                    .forEach(cell -> cells.put(cell, figures(day, in(now, cell), in(before, cell))));
        }
        return cells;
    }

    private static String route(Line line) {
        return Optional.ofNullable(line.route()).orElse("None");
    }

    private static List<Line> in(List<Line> lines, List<String> cell) {
        return lines.stream()
                .filter(line -> cell.get(1).equals("All") || cell.get(1).equals(line.setting()))
                .filter(line -> cell.get(2).equals("All") || cell.get(2).equals(route(line)))
                .toList();
    }

    private static Map<String, Object> figures(LocalDate day, List<Line> now, List<Line> before) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("lines", (long) now.size());
        figures.put("people", different(now, Line::person));
        figures.put(
                "spot_people",
                different(
                        now.stream().filter(line -> "Spot".equals(line.route())).toList(), Line::person));
        figures.put("providers", different(now, Line::provider));
        List<BigDecimal> costs =
                now.stream().map(Line::cost).filter(Objects::nonNull).toList();
        figures.put("cost", costs.stream().reduce(BigDecimal::add).orElse(null));
        figures.put("costs", percentiles(costs, 25, 90));
        figures.put("without_cost", (long) now.size() - costs.size());
        figures.put("top", top(now));
        figures.put("lines_year_before", (long) before.size());
        figures.put("first_spot_cost", firstSpotCost(now));
        figures.put(
                "days_since_start",
                now.stream()
                        .map(line -> BigDecimal.valueOf(ChronoUnit.DAYS.between(line.start(), day))
                                .setScale(8))
                        .reduce(BigDecimal::add)
                        .orElse(null));
        figures.put(
                "last_day", now.stream().filter(line -> day.equals(line.end())).count());
        figures.put(
                "no_first_day",
                now.stream().filter(line -> line.start().isBefore(day)).count());
        return figures;
    }

    private static BigDecimal firstSpotCost(List<Line> lines) {
        Map<String, Line> firstByPerson = new HashMap<>();
        lines.stream()
                .filter(line -> "Spot".equals(line.route()))
                .forEach(line -> firstByPerson.putIfAbsent(line.person(), line));
        return firstByPerson.values().stream()
                .map(Line::cost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Map<Integer, BigDecimal> percentiles(List<BigDecimal> amounts, int... percents) {
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        Map<Integer, BigDecimal> percentiles = new HashMap<>();
        for (int percent : percents) {
            if (sorted.isEmpty()) {
                percentiles.put(percent, null);
            } else {
                BigDecimal position = new BigDecimal(percent * (sorted.size() - 1)).movePointLeft(2);
                BigDecimal below = sorted.get(position.intValue());
                BigDecimal above = sorted.get(Math.min(position.intValue() + 1, sorted.size() - 1));
                percentiles.put(
                        percent,
                        below.add(above.subtract(below).multiply(position.remainder(BigDecimal.ONE)))
                                .setScale(8, RoundingMode.HALF_UP));
            }
        }
        return percentiles;
    }

    private static long different(List<Line> lines, Function<Line, String> value) {
        return lines.stream().map(value).filter(Objects::nonNull).distinct().count();
    }

    private static Double top(List<Line> lines) {
        Map<String, BigDecimal> byProvider = new HashMap<>();
        BigDecimal total = BigDecimal.ZERO.setScale(8);
        for (Line line : lines) {
            BigDecimal cost =
                    line.cost() == null || line.cost().signum() < 0 ? BigDecimal.ZERO.setScale(8) : line.cost();
            total = total.add(cost);
            if (line.provider() != null) {
                byProvider.merge(line.provider(), cost, BigDecimal::add);
            }
        }
        return byProvider.isEmpty() || total.signum() == 0
                ? null
                : (Double) (100
                        * byProvider.values().stream()
                                .max(BigDecimal::compareTo)
                                .orElseThrow()
                                .doubleValue()
                        / total.doubleValue());
    }
}
