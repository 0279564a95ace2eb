package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Placements that started in each of the last 24 months, and before and after the framework went live, by purchase
 * route.
 */
public final class RouteOfNew {

    public static final Measure MEASURE = new Measure(
            "route_of_new",
            Section.FRAMEWORK_AND_SPOT,
            "Purchase route of placements started in each month, before and after the framework's go-live",
            new Definition(
                    "Placements are counted by the month of their first day and by purchase route.",
                    "The percentage covers placements in the same setting that started in the same month, through any"
                            + " route.",
                    "The table shows the last 24 complete months up to the as-at date. Before go-live covers the days"
                            + " in these months before the framework went live, and after go-live covers the rest. If"
                            + " the framework did not go live by the as-at date, neither is shown.",
                    "",
                    "Placements whose route is not recorded have a row of their own and are included in the total for"
                            + " the percentage. The weekly value is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("placements"),
                    Column.money("weekly_value", "£ a week", "placements"),
                    Column.percent("share_percent", "placements", "_placements_all_routes"),
                    Column.count("_placements_all_routes"),
                    TopProvider.of("weekly_value", "placements")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.MONTHS_AND_GO_LIVE,
                            new RollUp(
                                    LineCondition.within("start_date"),
                                    List.of(
                                            Dimension.ofSlices("month"),
                                            Dimension.of("setting"),
                                            Dimension.of("purchase_route")),
                                    RollUp.cube(3, 0),
                                    List.of(
                                            Figure.lines("placements"),
                                            Figure.sum("weekly_value", PlacementLines.WEEKLY_COST),
                                            TopProvider.figure("weekly_value", PlacementLines.WEEKLY_COST))))
                    .with(Derived.ofTotal("_placements_all_routes", "placements", "purchase_route")));

    private RouteOfNew() {}
}
