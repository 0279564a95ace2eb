package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.fact.CaseDayLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Days for which the brokering of sourced cases was paused, by reason. */
public final class PausesByReason {

    private static final String GROSS = "gross_days";

    public static final Measure MEASURE = new Measure(
            "brokering_pauses",
            Section.BROKERING,
            "Days for which brokering was paused, by reason",
            new Definition(
                    "The table counts cases that were paused for at least one day before they were sourced, and the"
                            + " days of their pauses. A pause runs from its first day to the day before its last. A"
                            + " day paused for two reasons counts under each reason, but only once under All.",
                    "The percentage covers all days from clock start to sourced, over all cases in the setting,"
                            + " paused or not.",
                    "Cases were sourced in the last 12 months up to the as-at date.",
                    "Pause days before the clock started or after the case was sourced are not counted. Pauses of"
                            + " cases that were not sourced are not counted.",
                    "A pause without an end lasts until the case was sourced. Pauses whose reason is not recorded have"
                            + " a row of their own."),
            List.of("brokering_pauses"),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("reason"),
                    Column.count("cases"),
                    Column.days("days", "cases"),
                    Column.share("share_of_gross_percent", "cases")),
            new Tabulation(
                            CaseDayLines.FACT,
                            Tabulation.LAST_12_MONTHS,
                            new RollUp(
                                    BrokeringLines.SOURCED.and(CaseDayLines.PAUSED.or(CaseDayLines.ALL_STAGES)),
                                    List.of(Dimension.of("setting"), Dimension.of("reason")),
                                    RollUp.cube(2, 1),
                                    List.of(
                                            Figure.lines("cases")
                                                    .where(CaseDayLines.PAUSED.and(CaseDayLines.AT_LEAST_ONE_DAY)),
                                            Figure.sum("days", CaseDayLines.DAYS)
                                                    .where(CaseDayLines.PAUSED),
                                            Figure.sum(GROSS, CaseDayLines.DAYS).where(CaseDayLines.ALL_STAGES))))
                    .with(
                            Derived.ofTotal(GROSS, GROSS, "reason"),
                            Derived.share("share_of_gross_percent", "days", GROSS))
                    .showing(cell -> (Long) cell.get("cases") > 0));

    private PausesByReason() {}
}
