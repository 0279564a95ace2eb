package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Spot placements in accommodation with care, and how many are outside the borough or outside the region. */
public final class OobSpot {
    private static final LineCondition OUTSIDE_REGION = LineCondition.is("tier", "Outside region");

    public static final Measure MEASURE = new Measure(
            "oob_spot",
            Section.OUT_OF_BOROUGH,
            "Spot placements in accommodation with care, and how many are outside the borough or outside the region",
            new Definition(
                    "Placements in accommodation with care are counted if their contract is a spot contract.",
                    "Percentages cover spot placements that could be located.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Placements bought through any other route, or whose route is not recorded, are not counted.",
                    "Spot placements that could not be located are counted, but left out of the percentages."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("placements"),
                    Column.count("located"),
                    Column.count("out_of_borough"),
                    Column.count("outside_region"),
                    Column.percent("out_of_borough_percent", "out_of_borough", "located"),
                    Column.percent("outside_region_percent", "outside_region", "located"),
                    Column.percent(
                            "out_of_borough_percent_year_before",
                            "_out_of_borough_year_before",
                            "_located_year_before"),
                    Column.percent(
                            "outside_region_percent_year_before",
                            "_outside_region_year_before",
                            "_located_year_before"),
                    Column.count("_located_year_before"),
                    Column.count("_out_of_borough_year_before"),
                    Column.count("_outside_region_year_before")),
            new Tabulation(
                    PlacementLines.FACT,
                    Tabulation.AS_AT,
                    new RollUp(
                            PlacementLines.ACTIVE
                                    .and(PlacementLines.IN_ACCOMMODATION)
                                    .and(LineCondition.is("purchase_route", "Spot")),
                            List.of(Dimension.of("setting"), Dimension.of("need_group")),
                            RollUp.cube(2),
                            List.of(
                                    Figure.lines("placements"),
                                    Figure.lines("located").where(PlacementLines.LOCATED),
                                    Figure.lines("out_of_borough").where(PlacementLines.OUT_OF_BOROUGH),
                                    Figure.lines("outside_region").where(OUTSIDE_REGION),
                                    Figure.lines("_located")
                                            .where(PlacementLines.LOCATED)
                                            .yearBefore(),
                                    Figure.lines("_out_of_borough")
                                            .where(PlacementLines.OUT_OF_BOROUGH)
                                            .yearBefore(),
                                    Figure.lines("_outside_region")
                                            .where(OUTSIDE_REGION)
                                            .yearBefore()))));

    private OobSpot() {}
}
