package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.BrokeringLines;
import marketshaping.analysis.fact.CaseDayLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Days of the cases that breached their target, split into days of searching and days of pause by reason. */
public final class SevenDayGapDays {

    private static final String ALL_DAYS = "all_days";

    public static final Measure MEASURE = new Measure(
            "seven_day_gap_days",
            Section.BROKERING,
            "Days of the cases beyond target: searching and paused",
            new Definition(
                    "The table covers cases sourced beyond their target, and all their days from clock start to"
                            + " sourced. Paused days are shown by reason; all other days are searching. A case counts"
                            + " in each row in which it spent at least one day. A day paused for two reasons counts"
                            + " under each reason, but only once under All.",
                    "The percentage covers the days from clock start to sourced of all breaches in the setting.",
                    "Cases were sourced in the last 12 months up to the as-at date.",
                    "Cases within target, and cases in settings without a target, are not counted.",
                    "Pauses whose reason is not recorded have a row of their own. If the council supplies no pauses,"
                            + " only the total is shown, because searching and pauses cannot be distinguished."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("stage"),
                    Column.dimension("reason"),
                    Column.count("breaches"),
                    Column.days("days", "breaches"),
                    Column.share("share_percent", "breaches")),
            new Tabulation(
                            CaseDayLines.FACT,
                            Tabulation.LAST_12_MONTHS,
                            new RollUp(
                                    BrokeringLines.SOURCED.and(BrokeringLines.BREACH),
                                    List.of(Dimension.of("setting"), Dimension.of("stage"), Dimension.of("reason")),
                                    RollUp.cube(3, 1, 2),
                                    List.of(
                                            Figure.lines("breaches").where(CaseDayLines.AT_LEAST_ONE_DAY),
                                            Figure.sum("days", CaseDayLines.DAYS))))
                    .with(
                            Derived.ofTotal(ALL_DAYS, "days", "reason", "stage"),
                            Derived.share("share_percent", "days", ALL_DAYS))
                    .showing(cell -> (Long) cell.get("breaches") > 0));

    private SevenDayGapDays() {}
}
