package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.Slice;

/** The figures of {@link Quality} by rating, each for people, weekly value and providers. */
final class QualityFigures {
    static final String PROVIDERS = "Providers";
    private static final String PEOPLE = "People";
    private static final String VALUE = "Weekly value";
    private static final String BASIS = "basis";

    /** The as-at date once per basis, so that each cell has a row for each. */
    static final Function<AsAt, List<Slice>> BASES = asAt -> Stream.of(PEOPLE, VALUE, PROVIDERS)
            .map(basis -> Slice.on(basis, asAt.date(), asAt.yearBefore()))
            .toList();

    /** The columns, worst rating first. */
    private static final List<String> COLUMNS =
            List.of("deregistered", "inadequate", "requires_improvement", "not_rated", "good", "outstanding");

    /** The qualities of the columns. */
    private static final List<String> QUALITIES =
            List.of("No longer registered", "Inadequate", "Requires improvement", "Not rated", "Good", "Outstanding");

    private static final List<String> BETTER = List.of("outstanding", "good");
    private static final List<String> RATED = List.of("outstanding", "good", "requires_improvement", "inadequate");
    private static final String BETTER_AMOUNT = "_better_amount";
    private static final String RATED_AMOUNT = "_rated_amount";
    private static final String IN_ALL = "_in_all";

    static final List<Figure> ROLLED_UP = IntStream.range(0, COLUMNS.size())
            .boxed()
            .flatMap(QualityFigures::rolledUp)
            .toList();

    static final Derived[] DERIVED = Stream.concat(
                    IntStream.range(0, COLUMNS.size()).boxed().flatMap(QualityFigures::derived),
                    Stream.of(
                            counts("_good_or_outstanding", BETTER),
                            counts("_rated", RATED),
                            counts("_in_all_count", COLUMNS),
                            amounts(BETTER_AMOUNT, BETTER),
                            amounts(RATED_AMOUNT, RATED),
                            Derived.share("good_or_outstanding_percent", BETTER_AMOUNT, RATED_AMOUNT),
                            // Readers know the total of a route from spend_commitment, so disclosure control needs it.
                            amounts(IN_ALL, COLUMNS),
                            Derived.of(IN_ALL, cell -> isRouteInAllTiers(cell) ? cell.get(IN_ALL) : null)))
            .toArray(Derived[]::new);

    private QualityFigures() {}

    /** Returns the figures of a rating. People and providers are counted under every rating from their worst one on. */
    private static Stream<Figure> rolledUp(int rating) {
        String column = COLUMNS.get(rating);
        LineCondition isRatedSo = PlacementLines.quality(QUALITIES.get(rating));
        LineCondition isRatedSoOrWorse =
                PlacementLines.quality(QUALITIES.subList(0, rating + 1).toArray(String[]::new));
        return Stream.of(
                Figure.people(column + PEOPLE).where(isRatedSoOrWorse),
                Figure.distinct(column + PROVIDERS, "provider_id").where(isRatedSoOrWorse),
                Figure.people(column + VALUE)
                        .where(isRatedSo.and(
                                LineCondition.lacksAmount("weekly_cost").not())),
                Figure.lines(placements(column)).where(isRatedSo),
                Figure.sum(column, PlacementLines.WEEKLY_COST).where(isRatedSo),
                TopProvider.figure(column, PlacementLines.WEEKLY_COST).where(isRatedSo));
    }

    private static Stream<Derived> derived(int rating) {
        String column = COLUMNS.get(rating);
        String topProvider = "_" + column + "_top_provider_percent";
        return Stream.of(
                Derived.of(countOf(column), cell -> count(cell, rating)),
                Derived.of(column, cell -> amount(cell, column)),
                Derived.of(topProvider, cell -> cell.get(BASIS).equals(VALUE) ? cell.get(topProvider) : null));
    }

    private static String placements(String column) {
        return "_" + column + "_placements";
    }

    private static String countOf(String column) {
        return "_" + column + "_count";
    }

    /** Returns the count that a figure is based on; null if no placement has the rating. */
    private static Object count(Map<String, Object> cell, int rating) {
        Object basis = cell.get(BASIS);
        String column = COLUMNS.get(rating);
        if ((Long) cell.get(placements(column)) == 0) {
            return null;
        }
        long count = (Long) cell.get(column + basis);
        return basis.equals(VALUE) || rating == 0 ? count : count - (Long) cell.get(COLUMNS.get(rating - 1) + basis);
    }

    private static BigDecimal amount(Map<String, Object> cell, String column) {
        Object amount = cell.get(cell.get(BASIS).equals(VALUE) ? column : countOf(column));
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount.toString());
    }

    private static boolean isRouteInAllTiers(Map<String, Object> cell) {
        return cell.get("tier").equals(RollUp.ALL)
                && !cell.get("purchase_route").equals(RollUp.ALL);
    }

    private static Derived counts(String name, List<String> columns) {
        return Derived.of(name, cell -> columns.stream()
                .map(column -> cell.get(countOf(column)))
                .mapToLong(count -> count == null ? 0 : (Long) count)
                .sum());
    }

    private static Derived amounts(String name, List<String> columns) {
        return Derived.of(name, cell -> columns.stream()
                .map(column -> (BigDecimal) cell.get(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
