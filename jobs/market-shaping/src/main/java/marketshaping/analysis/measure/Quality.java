package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Numbers of people and providers, and weekly value, by the regulator's rating of the location that gives the care. */
public final class Quality {
    private static final String UNIT = "people, £ a week or providers";

    public static final Measure MEASURE = new Measure(
            "quality",
            Section.QUALITY_AND_DATA,
            "People, weekly value and providers by rating, tier and purchase route",
            new Definition(
                    "Ratings are the regulator's overall rating of the location that each placement names. A location"
                            + " that has left the register counts as deregistered, whatever its rating was. A person"
                            + " or provider with placements of several ratings is counted once, under the worst. From"
                            + " worst to best, the order is: deregistered, inadequate, requires improvement, not"
                            + " rated, good, outstanding. Weekly value is added up separately for each placement.",
                    "The good or outstanding percentage covers everything rated Outstanding, Good, Requires"
                            + " improvement or Inadequate.",
                    "Placements were active on the as-at date.",
                    "Direct payments are not counted.",
                    "Placements without a location, or with a location that is not found or has no rating, count as"
                            + " not rated. Placements without a recorded provider add no provider, and placements"
                            + " without a cost add no value."),
            List.of("providers"),
            List.of(
                    Column.dimension("basis"),
                    Column.dimension("tier"),
                    Column.dimension("purchase_route"),
                    Column.percent("good_or_outstanding_percent", "_good_or_outstanding", "_rated"),
                    Column.mixed("outstanding", UNIT, "_outstanding_count"),
                    Column.mixed("good", UNIT, "_good_count"),
                    Column.mixed("requires_improvement", UNIT, "_requires_improvement_count"),
                    Column.mixed("inadequate", UNIT, "_inadequate_count"),
                    Column.mixed("not_rated", UNIT, "_not_rated_count"),
                    Column.mixed("deregistered", UNIT, "_deregistered_count"),
                    Column.count("_good_or_outstanding"),
                    Column.count("_rated"),
                    Column.mixed("_in_all", UNIT, "_in_all_count"),
                    Column.count("_in_all_count"),
                    Column.count("_outstanding_count"),
                    Column.count("_good_count"),
                    Column.count("_requires_improvement_count"),
                    Column.count("_inadequate_count"),
                    Column.count("_not_rated_count"),
                    Column.count("_deregistered_count"),
                    TopProvider.of("outstanding", "_outstanding_count"),
                    TopProvider.of("good", "_good_count"),
                    TopProvider.of("requires_improvement", "_requires_improvement_count"),
                    TopProvider.of("inadequate", "_inadequate_count"),
                    TopProvider.of("not_rated", "_not_rated_count"),
                    TopProvider.of("deregistered", "_deregistered_count")),
            new Tabulation(
                            PlacementLines.FACT,
                            QualityFigures.BASES,
                            new RollUp(
                                    PlacementLines.ACTIVE.and(LineCondition.is("setting", "Direct payment")
                                            .not()),
                                    List.of(
                                            Dimension.ofSlices("basis"),
                                            Dimension.of("tier"),
                                            Dimension.of("purchase_route")),
                                    RollUp.cube(3, 0),
                                    QualityFigures.ROLLED_UP))
                    .with(QualityFigures.DERIVED)
                    .showing(cell -> !cell.get("basis").equals(QualityFigures.PROVIDERS)
                            || (Long) cell.get("_in_all_count") > 0));

    private Quality() {}
}
