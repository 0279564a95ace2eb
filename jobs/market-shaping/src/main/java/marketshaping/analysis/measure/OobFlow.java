package marketshaping.analysis.measure;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Placements in accommodation with care that started, and those that ended, in the last 12 months, by tier and setting.
 */
public final class OobFlow {
    private static final LineCondition STARTED = LineCondition.within("start_date");
    private static final LineCondition ENDED = LineCondition.within("end_date");

    public static final Measure MEASURE = new Measure(
            "oob_flow",
            Section.OUT_OF_BOROUGH,
            "Placements in accommodation with care that started or ended in the last 12 months, by where care is given",
            new Definition(
                    "Placements are counted if their first day (started) or last day (ended) is in the period. The"
                            + " people with those placements are counted too.",
                    "",
                    "The period is the last 12 months up to and including the as-at date. Year-before columns use the"
                            + " 12 months before those.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    "Placements that could not be located have a tier of their own."),
            List.of(),
            List.of(
                    Column.dimension("tier"),
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("started_placements"),
                    Column.count("started_people"),
                    Column.count("ended_placements"),
                    Column.count("ended_people"),
                    Column.count("started_placements_year_before"),
                    Column.count("started_people_year_before"),
                    Column.count("ended_placements_year_before"),
                    Column.count("ended_people_year_before")),
            new Tabulation(
                    PlacementLines.FACT,
                    Tabulation.LAST_12_MONTHS,
                    new RollUp(
                            PlacementLines.IN_ACCOMMODATION.and(STARTED.or(ENDED)),
                            List.of(Dimension.of("tier"), Dimension.of("setting"), Dimension.of("need_group")),
                            RollUp.cube(3),
                            Stream.of(
                                            Figure.lines("started_placements").where(STARTED),
                                            Figure.people("started_people").where(STARTED),
                                            Figure.lines("ended_placements").where(ENDED),
                                            Figure.people("ended_people").where(ENDED))
                                    .flatMap(figure -> Stream.of(figure, figure.yearBefore()))
                                    .toList())));

    private OobFlow() {}
}
