package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * Cases within and beyond their target, and how many would need to be quicker for 90% to be within target.
 *
 * <p>Not published: a reader could calculate the number of cases from these figures, even if it is rounded or hidden
 * elsewhere.
 */
public final class SevenDayGap {

    public static final Measure MEASURE = new Measure(
                    "seven_day_gap",
                    Section.BROKERING,
                    "Cases that would need to be quicker for 90% to be within target",
                    new Definition(
                            "Sourced cases are counted as within target or beyond it (breaches). Needed within target"
                                    + " is 90% of cases, rounded up. Cases to be quicker is the number of breaches"
                                    + " that would need to be within target to reach 90%. Days beyond target are the"
                                    + " total over all breaches.",
                            "The within-target percentage covers cases that were sourced in the period and whose"
                                    + " setting has a target.",
                            "Cases were sourced in the last 12 months up to the as-at date.",
                            "Cases in settings without a target, open cases, and cases that ended without a placement"
                                    + " are not counted.",
                            "Pauses are not deducted: the target is in calendar days."),
                    List.of(),
                    List.of(
                            Column.dimension("setting"),
                            Column.count("cases"),
                            Column.count("within_target"),
                            Column.percent("within_target_percent", "within_target", "cases"),
                            Column.count("needed_within_target"),
                            Column.count("cases_to_be_quicker"),
                            Column.count("breaches"),
                            Column.days("days_beyond_target", "breaches")),
                    new Tabulation(
                                    BrokeringLines.FACT,
                                    Tabulation.LAST_12_MONTHS,
                                    new RollUp(
                                            BrokeringLines.SOURCED.and(BrokeringLines.HAS_TARGET),
                                            List.of(Dimension.of("setting")),
                                            RollUp.cube(1),
                                            List.of(
                                                    Figure.lines("cases"),
                                                    Figure.lines("within_target")
                                                            .where(BrokeringLines.WITHIN_TARGET),
                                                    Figure.lines("breaches").where(BrokeringLines.BREACH),
                                                    Figure.sum(
                                                            "days_beyond_target", BrokeringLines.DAYS_BEYOND_TARGET))))
                            .with(
                                    // 90% of cases, rounded up.
                                    Derived.of(
                                            "needed_within_target",
                                            cell -> (Long) cell.get("cases") - (Long) cell.get("cases") / 10),
                                    Derived.of(
                                            "cases_to_be_quicker",
                                            cell -> Math.max(
                                                    (Long) cell.get("needed_within_target")
                                                            - (Long) cell.get("within_target"),
                                                    0))))
            .forCouncilOnly();

    private SevenDayGap() {}
}
