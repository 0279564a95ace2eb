package marketshaping.analysis.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Percentage by which the median spot price exceeds the median framework price, by setting, need and age band. */
public final class SpotPremium {
    private static final int MEDIAN = 50;

    /** Medians of fewer placements are unreliable. */
    private static final long FEWEST = 8;

    public static final Measure MEASURE = new Measure(
            "spot_premium",
            Section.FRAMEWORK_AND_SPOT,
            "Spot premium: the median spot price compared with the median framework price",
            new Definition(
                    "The premium is the median weekly cost of spot placements divided by the median weekly cost of"
                            + " framework placements, minus 1. Only placements with a weekly cost above zero are used."
                            + " Medians are interpolated in the same way as Excel's PERCENTILE.INC.",
                    "The premium is a percentage of the median framework price.",
                    "Placements were active on the as-at date.",
                    "Other routes, one-off costs and credits are not counted. All settings together have no row,"
                            + " because a week of home care and a week in a care home have no common price. A row"
                            + " needs at least 8 spot and 8 framework placements, because medians of fewer are"
                            + " unreliable. If no row is left, the table is empty.",
                    "Placements whose cost or route is not known are not counted."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("age_band"),
                    Column.count("spot_lines"),
                    Column.count("framework_lines"),
                    Column.money("spot_median", "£ a week", "spot_lines"),
                    Column.money("framework_median", "£ a week", "framework_lines"),
                    Column.share("premium_percent", "_fewer_lines"),
                    Column.count("_fewer_lines"),
                    TopProvider.of("spot_median", "spot_lines"),
                    TopProvider.of("framework_median", "framework_lines")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE.and(LineCondition.isAboveZero(PlacementLines.WEEKLY_COST)),
                                    List.of(
                                            Dimension.of("setting"),
                                            Dimension.of("need_group"),
                                            PlacementLines.AGE_BAND),
                                    RollUp.cube(3, 0),
                                    Stream.of("Spot", "Framework")
                                            .flatMap(SpotPremium::figures)
                                            .toList()))
                    .with(
                            Derived.percentile("spot_median", "spot", MEDIAN),
                            Derived.percentile("framework_median", "framework", MEDIAN),
                            Derived.change("premium_percent", "framework_median", "spot_median"),
                            Derived.fewer("_fewer_lines", "spot_lines", "framework_lines"))
                    .showing(cell -> (Long) cell.get("_fewer_lines") >= FEWEST));

    private static Stream<Figure> figures(String route) {
        LineCondition bought = LineCondition.is("purchase_route", route);
        String name = route.toLowerCase(Locale.ROOT);
        return Stream.of(
                Figure.lines(name + "_lines").where(bought),
                Figure.percentiles(name, PlacementLines.WEEKLY_COST, MEDIAN).where(bought),
                TopProvider.figure(name + "_median", PlacementLines.WEEKLY_COST).where(bought));
    }

    private SpotPremium() {}
}
