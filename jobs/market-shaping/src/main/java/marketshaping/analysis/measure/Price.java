package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Percentiles of the weekly price of placements, by setting, need, age band, tier and purchase route. */
public final class Price {

    private static final String PRICES = "prices";

    public static final Measure MEASURE = new Measure(
            "price",
            Section.FRAMEWORK_AND_SPOT,
            "Weekly price of placements: the quartiles, the median and the 90th percentile",
            new Definition(
                    "The table counts placements with a weekly cost above zero and shows percentiles of that cost."
                            + " Percentiles are interpolated in the same way as Excel's PERCENTILE.INC.",
                    "",
                    "Placements were active on the as-at date.",
                    "One-off costs and credits are not counted.",
                    "Placements whose cost is not known are not counted. Placements whose route is not recorded, or"
                            + " that could not be located, have rows of their own."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.dimension("age_band"),
                    Column.dimension("tier"),
                    Column.dimension("purchase_route"),
                    Column.count("lines"),
                    Column.money("p25", "£ a week", "lines"),
                    Column.money("median", "£ a week", "lines"),
                    Column.money("p75", "£ a week", "lines"),
                    Column.money("p90", "£ a week", "lines"),
                    TopProvider.of("p25", "lines"),
                    TopProvider.of("median", "lines"),
                    TopProvider.of("p75", "lines"),
                    TopProvider.of("p90", "lines")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    PlacementLines.ACTIVE.and(LineCondition.isAboveZero(PlacementLines.WEEKLY_COST)),
                                    List.of(
                                            Dimension.of("setting"),
                                            Dimension.of("need_group"),
                                            PlacementLines.AGE_BAND,
                                            Dimension.of("tier"),
                                            Dimension.of("purchase_route")),
                                    RollUp.cube(5),
                                    List.of(
                                            Figure.lines("lines"),
                                            Figure.percentiles(PRICES, PlacementLines.WEEKLY_COST, 25, 50, 75, 90),
                                            TopProvider.figure("p25", PlacementLines.WEEKLY_COST))))
                    .with(
                            Derived.percentile("p25", PRICES, 25),
                            Derived.percentile("median", PRICES, 50),
                            Derived.percentile("p75", PRICES, 75),
                            Derived.percentile("p90", PRICES, 90),
                            sameTopProvider("median"),
                            sameTopProvider("p75"),
                            sameTopProvider("p90")));

    private Price() {}

    /** Returns the largest provider's share, which is the same for all percentiles of a row. */
    private static Derived sameTopProvider(String column) {
        return Derived.of("_" + column + "_top_provider_percent", cell -> cell.get("_p25_top_provider_percent"));
    }
}
