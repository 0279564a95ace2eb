package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * People in accommodation with care outside the borough for lack of local capacity, with their cost and the cost of a
 * place in the borough.
 */
public final class Repatriation {
    private static final String MEDIAN = "in_borough_median_weekly";
    private static final LineCondition PRICED = LineCondition.isAboveZero(PlacementLines.WEEKLY_COST);
    private static final LineCondition AWAY =
            PlacementLines.OUT_OF_BOROUGH.and(LineCondition.is("out_of_borough_reason", "No local capacity"));
    private static final LineCondition PRICED_IN_BOROUGH =
            LineCondition.is("tier", "In borough").and(PRICED);

    public static final Measure MEASURE = new Measure(
            "repatriation",
            Section.OUT_OF_BOROUGH,
            "People placed outside the borough for lack of local capacity, and the cost of a local place",
            new Definition(
                    "People in accommodation with care outside the borough are counted if the recorded reason is no"
                            + " local capacity. For each placement, the difference is its weekly cost minus the"
                            + " in-borough median for the same setting and need. The annual difference is the sum of"
                            + " these differences x 365/7. It is above zero if placing people outside the borough"
                            + " costs more.",
                    "",
                    "Placements were active on the as-at date.",
                    "The median leaves out placements without a weekly price, which are placements without a cost,"
                            + " one-off costs and credits.",
                    "Placements without a weekly price, or without a comparison in the borough, are counted but left"
                            + " out of the annual difference. The weekly cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("people"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.money("in_borough_median_weekly", "£ a week", "in_borough_placements"),
                    Column.money("annual_difference", "£ a year", "_compared"),
                    Column.count("placements"),
                    Column.count("placements_without_comparison"),
                    Column.count("in_borough_placements"),
                    Column.count("_compared"),
                    TopProvider.of("weekly_cost", "people"),
                    TopProvider.of("in_borough_median_weekly", "in_borough_placements"),
                    TopProvider.of("annual_difference", "_compared")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE
                                            .and(PlacementLines.IN_ACCOMMODATION)
                                            .and(AWAY.or(PRICED_IN_BOROUGH)),
                                    List.of(Dimension.of("setting"), Dimension.of("need_group")),
                                    RollUp.cube(2),
                                    List.of(
                                            Figure.people("people").where(AWAY),
                                            Figure.lines("placements").where(AWAY),
                                            Figure.sum("weekly_cost", PlacementLines.WEEKLY_COST)
                                                    .where(AWAY),
                                            Figure.lines("_priced").where(AWAY.and(PRICED)),
                                            Figure.sum("_priced_cost", PlacementLines.WEEKLY_COST)
                                                    .where(AWAY.and(PRICED)),
                                            TopProvider.figure("weekly_cost", PlacementLines.WEEKLY_COST)
                                                    .where(AWAY),
                                            Figure.lines("in_borough_placements")
                                                    .where(PRICED_IN_BOROUGH),
                                            Figure.percentiles("_prices", PlacementLines.WEEKLY_COST, 50)
                                                    .where(PRICED_IN_BOROUGH),
                                            TopProvider.figure(MEDIAN, PlacementLines.WEEKLY_COST)
                                                    .where(PRICED_IN_BOROUGH))))
                    .with(
                            Derived.percentile(MEDIAN, "_prices", 50),
                            new Derived("_compared", (cell, cells) -> cells.leaves(cell).stream()
                                    .filter(part -> part.get(MEDIAN) != null)
                                    .mapToLong(part -> (Long) part.get("_priced"))
                                    .sum()),
                            Derived.of(
                                    "placements_without_comparison",
                                    cell -> (Long) cell.get("placements") - (Long) cell.get("_compared")),
                            new Derived("annual_difference", (cell, cells) -> cells.leaves(cell).stream()
                                    .map(Repatriation::difference)
                                    .filter(Objects::nonNull)
                                    .reduce(BigDecimal::add)
                                    .map(Derived::annual)
                                    .orElse(null)),
                            Derived.of(
                                    "_annual_difference_top_provider_percent",
                                    cell -> cell.get("_weekly_cost_top_provider_percent")))
                    .showing(cell -> (Long) cell.get("placements") > 0));

    /** Returns the weekly cost of placements of one setting and need minus the same number of in-borough medians. */
    private static BigDecimal difference(Map<String, Object> cell) {
        BigDecimal cost = (BigDecimal) cell.get("_priced_cost");
        BigDecimal median = (BigDecimal) cell.get(MEDIAN);
        return cost == null || median == null
                ? null
                : cost.subtract(median.multiply(BigDecimal.valueOf((Long) cell.get("_priced"))));
    }

    private Repatriation() {}
}
