package marketshaping.analysis.measure;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.KaplanMeier;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.SortedAmounts;
import marketshaping.model.table.Column;

/**
 * Brokering cases by the month in which their clock started: sourced, still open or withdrawn. Open cases stay in their
 * month, so a growing backlog cannot improve these figures.
 */
public final class BrokeringCohort {

    private static final LineCondition SOURCED = LineCondition.upTo("sourced_date");
    private static final String MEDIAN = "kaplan_meier_median_days";
    private static final String DAYS = "days";
    private static final String SOURCED_DAYS = "sourced_days";

    public static final Measure MEASURE = new Measure(
            "brokering_cohort",
            Section.BROKERING,
            "Cases by the month in which they began: sourced within target, still open or withdrawn",
            new Definition(
                    "Cases are counted by the month in which their clock started and by their state on the as-at"
                            + " date. The states are sourced, still open and withdrawn, which means ended without"
                            + " being sourced. The Kaplan-Meier median is the estimated number of days by which half"
                            + " of the cases are sourced. The estimate assumes that open and withdrawn cases would"
                            + " have been sourced at the same pace as other cases that had already taken as long. At risk is"
                            + " the number of cases that lasted at least as long as the median: the fewer there are, the"
                            + " less certain the median is.",
                    "The within-target percentage covers all cases of the month whose setting has a target, sourced"
                            + " or not. The still-open and withdrawn percentages cover all cases of the month.",
                    "Cases began in one of the last 24 complete months up to the as-at date. Cases of the latest"
                            + " months have had the least time to be sourced.",
                    "Events after the as-at date are not counted.",
                    "A case without an end date counts as open, whatever its recorded status. For the median, an open"
                            + " case counts up to the as-at date and a withdrawn case up to the day it ended. The"
                            + " median is shown only if half of the cases are sourced."),
            List.of(),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.count("cases"),
                    Column.percent("sourced_within_target_percent", "sourced_within_target", "_with_target"),
                    Column.percent("still_open_percent", "still_open", "cases"),
                    Column.percent("withdrawn_percent", "withdrawn", "cases"),
                    Column.days(MEDIAN, "_sourced"),
                    Column.count("at_risk"),
                    Column.count("sourced_within_target"),
                    Column.count("still_open"),
                    Column.count("withdrawn"),
                    Column.count("_with_target"),
                    Column.count("_sourced")),
            new Tabulation(
                            BrokeringLines.FACT,
                            Tabulation.SINCE_MONTHS,
                            new RollUp(
                                    LineCondition.inFirstMonth("clock_start"),
                                    List.of(Dimension.ofSlices("month"), Dimension.of("setting")),
                                    RollUp.cube(2, 0),
                                    List.of(
                                            Figure.lines("cases"),
                                            Figure.lines("_with_target").where(BrokeringLines.HAS_TARGET),
                                            Figure.lines("_sourced").where(SOURCED),
                                            Figure.lines("sourced_within_target")
                                                    .where(SOURCED.and(BrokeringLines.WITHIN_TARGET)),
                                            Figure.lines("still_open").where(BrokeringLines.OPEN),
                                            Figure.lines("withdrawn").where(BrokeringLines.ENDED.and(SOURCED.not())),
                                            Figure.amounts(DAYS, BrokeringLines.DAYS_SO_FAR),
                                            Figure.amounts(SOURCED_DAYS, BrokeringLines.DAYS_SO_FAR)
                                                    .where(SOURCED))))
                    .with(
                            Derived.of(
                                    MEDIAN,
                                    cell -> KaplanMeier.median(amounts(cell, DAYS), amounts(cell, SOURCED_DAYS))),
                            Derived.of("at_risk", BrokeringCohort::atRisk)));

    private static SortedAmounts amounts(Map<String, Object> cell, String figure) {
        return (SortedAmounts) cell.get(figure);
    }

    /** Returns the number of cases that lasted at least as long as the median; null if there is none. */
    private static Long atRisk(Map<String, Object> cell) {
        return cell.get(MEDIAN) == null ? null : (Long) amounts(cell, DAYS).countFrom((Double) cell.get(MEDIAN));
    }

    private BrokeringCohort() {}
}
