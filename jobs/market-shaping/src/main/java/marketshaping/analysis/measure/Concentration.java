package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Share of the weekly cost in each setting that goes to the largest providers and brands, and the HHI concentration
 * index.
 */
public final class Concentration {
    private static final String LEVEL = "level";
    private static final String FIRM = "firm";
    private static final String VALUE = "weekly_value";

    public static final Measure MEASURE = new Measure(
            "concentration",
            Section.FRAMEWORK_AND_SPOT,
            "Market concentration: the largest providers and brands, and the Herfindahl-Hirschman index",
            new Definition(
                    "The weekly cost of placements is added up by provider and by brand. A brand is the group that the"
                            + " placement's location belongs to, or the provider itself if there is no group. The"
                            + " Herfindahl-Hirschman index (HHI) is the sum of the squared percentage shares: 10,000"
                            + " means a single provider.",
                    "Shares are percentages of the weekly cost of all placements in the setting that have a recorded"
                            + " provider.",
                    "Placements were active on the as-at date and had a weekly cost above zero.",
                    "One-off costs and credits are not counted.",
                    "Placements without a recorded provider are left out of the shares. A separate column shows their"
                            + " weekly cost."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("level"),
                    Column.countOfThings("providers"),
                    Column.share("top_1_percent", "_lines_with_provider"),
                    Column.share("top_3_percent", "_lines_with_provider"),
                    Column.share("top_5_percent", "_lines_with_provider"),
                    Column.number("hhi", "_lines_with_provider"),
                    Column.money("weekly_value", "£ a week", "_lines_with_provider"),
                    Column.money("weekly_value_without_provider", "£ a week", "_lines_without_provider"),
                    Column.count("_lines_with_provider"),
                    Column.count("_lines_without_provider"),
                    TopProvider.of("weekly_value", "_lines_with_provider"),
                    TopProvider.of("weekly_value_without_provider", "_lines_without_provider")),
            level("Provider", Dimension.ofText(FIRM, "provider_id"))
                    .and(level("Brand", PlacementLines.brandOrProvider(FIRM)).needing("providers"))
                    .with(
                            new Derived("providers", (cell, cells) ->
                                            (long) values(cell, cells).size())
                                    .onlyInTotalOf(FIRM),
                            top("top_1_percent", 1),
                            top("top_3_percent", 3),
                            top("top_5_percent", 5),
                            new Derived("hhi", Concentration::index).onlyInTotalOf(FIRM),
                            new Derived(
                                    "_weekly_value_top_provider_percent",
                                    (cell, cells) -> cells.parts(cell, LEVEL).stream()
                                            .flatMap(level -> Stream.ofNullable((Double) level.get("top_1_percent")))
                                            .max(Comparator.naturalOrder())
                                            .orElse(null)),
                            Derived.of("_weekly_value_without_provider_top_provider_percent", cell -> null))
                    .showing(cell -> cell.get(FIRM).equals(RollUp.ALL)));

    private static Tabulation level(String level, Dimension firm) {
        LineCondition hasProvider = LineCondition.isKnown("provider_id");
        return new Tabulation(
                PlacementLines.FACT,
                Tabulation.AS_AT,
                new RollUp(
                        PlacementLines.ACTIVE.and(LineCondition.isAboveZero(PlacementLines.WEEKLY_COST)),
                        List.of(Dimension.of("setting"), Dimension.constant(LEVEL, level), firm),
                        RollUp.cube(3, 1),
                        List.of(
                                Figure.lines("_lines_with_provider").where(hasProvider),
                                Figure.lines("_lines_without_provider").where(hasProvider.not()),
                                Figure.sum(VALUE, PlacementLines.WEEKLY_COST).where(hasProvider),
                                Figure.sum("weekly_value_without_provider", PlacementLines.WEEKLY_COST)
                                        .where(hasProvider.not()))));
    }

    /** Returns the weekly cost of each firm in ascending order. */
    private static List<BigDecimal> values(Map<String, Object> cell, Cells cells) {
        return cells.parts(cell, FIRM).stream()
                .flatMap(firm -> Stream.ofNullable((BigDecimal) firm.get(VALUE)))
                .sorted()
                .toList();
    }

    /** Returns the percentage of the largest firms; null if there is no firm. */
    private static Derived top(String column, int firms) {
        return new Derived(column, (cell, cells) -> {
                    List<BigDecimal> values = values(cell, cells);
                    BigDecimal top = values.stream()
                            .skip(Math.max(0, values.size() - firms))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    return values.isEmpty() ? null : (Object) (100 * top.doubleValue() / whole(cell));
                })
                .onlyInTotalOf(FIRM);
    }

    private static Double index(Map<String, Object> cell, Cells cells) {
        // Ascending, so that the last digit is the same on every run.
        double squares = values(cell, cells).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .reduce(0, (sum, value) -> sum + value * value);
        return squares == 0 ? null : (Double) (10_000 * squares / (whole(cell) * whole(cell)));
    }

    private static double whole(Map<String, Object> cell) {
        return ((BigDecimal) cell.get(VALUE)).doubleValue();
    }

    private Concentration() {}
}
