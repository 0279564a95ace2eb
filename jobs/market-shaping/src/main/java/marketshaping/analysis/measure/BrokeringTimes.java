package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.SortedAmounts;
import marketshaping.model.table.Column;

/** Days from clock start to sourced for the cases sourced in each period, compared with the target of their setting. */
public final class BrokeringTimes {

    private static final String GROSS = "gross";
    private static final String NET = "net";
    private static final String WORKING = "working";
    private static final String TO_START = "to_start";

    public static final Measure MEASURE = new Measure(
            "brokering_times",
            Section.BROKERING,
            "Days from complete referral to a sourced placement",
            new Definition(
                    "The table covers the cases sourced in the period. Days are calendar days from the complete"
                            + " referral to the day an offer was agreed; the same day is 0. If no complete referral is"
                            + " recorded, days start from the referral. Net days exclude pauses. Working days are"
                            + " those of England. Days to start run to the first day of care. Percentiles are"
                            + " interpolated in the same way as Excel's PERCENTILE.INC.",
                    "The within-target percentage covers cases that were sourced in the period and whose setting has"
                            + " a target. A case is within target if it was sourced on or before its target day."
                            + " Paused days count towards the target.",
                    "The periods are the month, the financial year to date and the last 12 months up to the as-at"
                            + " date, and each of the last 24 months. A case belongs to the period in which it was"
                            + " sourced. The year before is the same period one year earlier.",
                    "Open cases, and cases that ended without a placement, are not counted. A growing backlog"
                            + " therefore does not show in this table.",
                    "Cases without a recorded source have a row of their own. Days to start cover only cases with a"
                            + " recorded first day of care."),
            List.of(),
            List.of(
                    Column.dimension("period"),
                    Column.dimension("setting"),
                    Column.dimension("source"),
                    Column.count("cases"),
                    Column.days("mean_days", "cases"),
                    Column.days("median_days", "cases"),
                    Column.days("p90_days", "cases"),
                    Column.days("max_days", "cases"),
                    Column.count("within_target"),
                    Column.percent("within_target_percent", "within_target", "_with_target"),
                    Column.count("breaches"),
                    Column.days("mean_net_days", "cases").needing("brokering_pauses"),
                    Column.days("median_net_days", "cases").needing("brokering_pauses"),
                    Column.days("mean_working_days", "cases"),
                    Column.days("mean_days_to_start", "_care_started"),
                    Column.count("cases_year_before"),
                    Column.days("mean_days_year_before", "cases_year_before"),
                    Column.percent(
                            "within_target_percent_year_before",
                            "_within_target_year_before",
                            "_with_target_year_before"),
                    Column.count("_with_target"),
                    Column.count("_care_started"),
                    Column.count("_with_target_year_before"),
                    Column.count("_within_target_year_before")),
            new Tabulation(
                            BrokeringLines.FACT,
                            Tabulation.ALL_PERIODS,
                            new RollUp(
                                    BrokeringLines.SOURCED,
                                    List.of(
                                            Dimension.ofSlices("period"),
                                            Dimension.of("setting"),
                                            Dimension.of("source")),
                                    RollUp.cube(3, 0),
                                    List.of(
                                            Figure.lines("cases"),
                                            Figure.lines("_with_target").where(BrokeringLines.HAS_TARGET),
                                            Figure.lines("within_target").where(BrokeringLines.WITHIN_TARGET),
                                            Figure.lines("breaches").where(BrokeringLines.BREACH),
                                            Figure.amounts(GROSS, BrokeringLines.GROSS_DAYS),
                                            Figure.amounts(NET, Amount.of("net_days")),
                                            Figure.amounts(WORKING, Amount.of("working_days")),
                                            Figure.amounts(TO_START, Amount.of("days_to_start")),
                                            Figure.lines("cases").yearBefore(),
                                            Figure.lines("_with_target")
                                                    .where(BrokeringLines.HAS_TARGET)
                                                    .yearBefore(),
                                            Figure.lines("_within_target")
                                                    .where(BrokeringLines.WITHIN_TARGET)
                                                    .yearBefore(),
                                            Figure.amounts(GROSS, BrokeringLines.GROSS_DAYS)
                                                    .yearBefore())))
                    .with(
                            Derived.ofAmounts("mean_days", GROSS, SortedAmounts::mean),
                            Derived.ofAmounts("median_days", GROSS, days -> days.quantile(0.5)),
                            Derived.ofAmounts("p90_days", GROSS, days -> days.quantile(0.9)),
                            Derived.ofAmounts("max_days", GROSS, days -> days.quantile(1)),
                            Derived.ofAmounts("mean_net_days", NET, SortedAmounts::mean),
                            Derived.ofAmounts("median_net_days", NET, days -> days.quantile(0.5)),
                            Derived.ofAmounts("mean_working_days", WORKING, SortedAmounts::mean),
                            Derived.ofAmounts("mean_days_to_start", TO_START, SortedAmounts::mean),
                            Derived.ofAmounts("_care_started", TO_START, SortedAmounts::count),
                            Derived.ofAmounts("mean_days_year_before", GROSS + "_year_before", SortedAmounts::mean)));

    private BrokeringTimes() {}
}
