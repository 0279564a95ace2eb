package marketshaping.analysis.measure;

import java.math.BigDecimal;
import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Weekly and annual cost of the placements active on the as-at date, by purchase route, and the spot share. */
public final class SpendCommitment {
    private static final String ROUTE = "purchase_route";
    private static final String WEEKLY = "weekly_commitment";
    private static final LineCondition SPOT = LineCondition.is(ROUTE, "Spot");
    private static final LineCondition BOUGHT =
            LineCondition.is(ROUTE, "Spot", "Framework", "Dynamic purchasing system", "Block");

    public static final Measure MEASURE = new Measure(
            "spend_commitment",
            Section.FRAMEWORK_AND_SPOT,
            "Weekly and annual commitment by purchase route, and the spot share",
            new Definition(
                    "Commitment is the weekly cost of placements in all settings. Annual commitment is weekly"
                            + " commitment x 365/7. Spot share is the percentage of care bought spot, by weekly cost"
                            + " and by placements.",
                    "Spot shares cover care bought spot, on a framework, on a dynamic purchasing system or in a block.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "In-house services and direct payments are included in the commitment but not in the spot share."
                            + " One-off costs are in neither.",
                    "Placements whose route is not recorded have a row of their own and are left out of the spot"
                            + " share. The commitment is the sum of the known costs; placements without a cost are"
                            + " counted."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("purchase_route"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.money("weekly_commitment", "£ a week", "people"),
                    Column.money("annual_commitment", "£ a year", "people"),
                    Column.share("spot_share_percent", "_spot_placements"),
                    Column.percent("spot_share_placements_percent", "_spot_placements", "_bought_placements"),
                    Column.count("placements_without_cost"),
                    Column.money("weekly_commitment_year_before", "£ a week", "_people_year_before"),
                    Column.share("spot_share_percent_year_before", "_spot_placements_year_before"),
                    Column.percent(
                            "spot_share_placements_percent_year_before",
                            "_spot_placements_year_before",
                            "_bought_placements_year_before"),
                    Column.count("_spot_placements"),
                    Column.count("_bought_placements"),
                    Column.count("_people_year_before"),
                    Column.count("_spot_placements_year_before"),
                    Column.count("_bought_placements_year_before"),
                    TopProvider.of("weekly_commitment", "people"),
                    TopProvider.of("annual_commitment", "people"),
                    TopProvider.of("spot_share_percent", "_spot_placements"),
                    TopProvider.of("weekly_commitment_year_before", "_people_year_before"),
                    TopProvider.of("spot_share_percent_year_before", "_spot_placements_year_before")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE,
                                    List.of(Dimension.of("setting"), Dimension.of("need_group"), Dimension.of(ROUTE)),
                                    RollUp.cube(3),
                                    List.of(
                                            Figure.people("people"),
                                            Figure.lines("placements"),
                                            Figure.sum(WEEKLY, PlacementLines.WEEKLY_COST),
                                            Figure.lines("placements_without_cost")
                                                    .where(LineCondition.lacksAmount("weekly_cost")),
                                            TopProvider.figure(WEEKLY, PlacementLines.WEEKLY_COST),
                                            Figure.people("_people").yearBefore(),
                                            Figure.lines("_placements").yearBefore(),
                                            Figure.sum(WEEKLY, PlacementLines.WEEKLY_COST)
                                                    .yearBefore(),
                                            TopProvider.figureYearBefore(WEEKLY, PlacementLines.WEEKLY_COST),
                                            Figure.lines("_spot_placements").where(SPOT),
                                            Figure.lines("_bought_placements").where(BOUGHT),
                                            Figure.sum("spot_cost", PlacementLines.WEEKLY_COST)
                                                    .where(SPOT),
                                            Figure.sum("bought_cost", PlacementLines.WEEKLY_COST)
                                                    .where(BOUGHT),
                                            TopProvider.figure("spot_share_percent", PlacementLines.WEEKLY_COST)
                                                    .where(SPOT),
                                            Figure.lines("_spot_placements")
                                                    .where(SPOT)
                                                    .yearBefore(),
                                            Figure.lines("_bought_placements")
                                                    .where(BOUGHT)
                                                    .yearBefore(),
                                            Figure.sum("spot_cost", PlacementLines.WEEKLY_COST)
                                                    .where(SPOT)
                                                    .yearBefore(),
                                            Figure.sum("bought_cost", PlacementLines.WEEKLY_COST)
                                                    .where(BOUGHT)
                                                    .yearBefore(),
                                            TopProvider.figureYearBefore(
                                                            "spot_share_percent", PlacementLines.WEEKLY_COST)
                                                    .where(SPOT))))
                    .with(
                            Derived.of("annual_commitment", cell -> Derived.annual((BigDecimal) cell.get(WEEKLY))),
                            Derived.of(
                                    "_annual_commitment_top_provider_percent",
                                    cell -> cell.get("_weekly_commitment_top_provider_percent")),
                            Derived.share("spot_share_percent", "spot_cost", "bought_cost")
                                    .onlyInTotalOf(ROUTE),
                            Derived.percent("spot_share_placements_percent", "_spot_placements", "_bought_placements")
                                    .onlyInTotalOf(ROUTE),
                            Derived.share(
                                            "spot_share_percent_year_before",
                                            "spot_cost_year_before",
                                            "bought_cost_year_before")
                                    .onlyInTotalOf(ROUTE),
                            Derived.percent(
                                            "spot_share_placements_percent_year_before",
                                            "_spot_placements_year_before",
                                            "_bought_placements_year_before")
                                    .onlyInTotalOf(ROUTE),
                            ofAllRoutes("_spot_placements", "placements", 0L),
                            ofAllRoutes("_bought_placements", "placements", 0L),
                            ofAllRoutes("_spot_share_percent_top_provider_percent", "placements", null),
                            ofAllRoutes("_spot_placements_year_before", "_placements_year_before", 0L),
                            ofAllRoutes("_bought_placements_year_before", "_placements_year_before", 0L),
                            ofAllRoutes(
                                    "_spot_share_percent_year_before_top_provider_percent",
                                    "_placements_year_before",
                                    null)));

    /** Returns the figure of all routes in each row that has placements. */
    private static Derived ofAllRoutes(String figure, String placements, Object none) {
        return new Derived(
                figure,
                (cell, cells) -> (Long) cell.get(placements) == 0
                        ? none
                        : cells.total(cell, ROUTE).get(figure));
    }

    private SpendCommitment() {}
}
