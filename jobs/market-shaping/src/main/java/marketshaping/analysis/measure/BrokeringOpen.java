package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Brokering cases that are open on the as-at date, their age in days, and how many are past their target. */
public final class BrokeringOpen {

    private static final String AGES = "ages";

    public static final Measure MEASURE = new Measure(
            "brokering_open",
            Section.BROKERING,
            "Open cases, their age and the number past target",
            new Definition(
                    "A case is open on a date if its clock started on or before that date, and it was neither sourced"
                            + " nor closed by the end of that day. Age is in calendar days from clock start, including"
                            + " pauses.",
                    "The past-target percentage covers the open cases whose setting has a target.",
                    "Cases were open on the as-at date; the year-before column uses the same day one year earlier.",
                    "",
                    "A case without an end date counts as open, whatever its recorded status."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("open_cases"),
                    Column.days("median_age_days", "open_cases"),
                    Column.days("max_age_days", "open_cases"),
                    Column.count("past_target"),
                    Column.percent("past_target_percent", "past_target", "_with_target"),
                    Column.count("open_cases_year_before"),
                    Column.count("_with_target")),
            new Tabulation(
                            BrokeringLines.FACT,
                            Tabulation.AS_AT,
                            new RollUp(
                                    BrokeringLines.OPEN,
                                    List.of(Dimension.of("setting"), Dimension.of("need_group")),
                                    RollUp.cube(2),
                                    List.of(
                                            Figure.lines("open_cases"),
                                            Figure.amounts(AGES, BrokeringLines.AGE),
                                            Figure.lines("past_target").where(BrokeringLines.PAST_TARGET),
                                            Figure.lines("_with_target").where(BrokeringLines.HAS_TARGET),
                                            Figure.lines("open_cases").yearBefore())))
                    .with(
                            Derived.ofAmounts("median_age_days", AGES, ages -> ages.quantile(0.5)),
                            Derived.ofAmounts("max_age_days", AGES, ages -> ages.quantile(1))));

    private BrokeringOpen() {}
}
