package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Days of the cases that breached their target, split into days of searching and days of pause by reason. */
public final class SevenDayGapDays {

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
            """
            WITH breach AS (
              SELECT case_id, setting, gross_days, net_days, paused_days
              FROM brokering
              WHERE sourced_date > :twelve_months_before AND sourced_date <= :as_at AND gross_days > target_days
            ),
            spent AS (
              SELECT setting, stack(3,
                'All', 'All', gross_days,
                'Searching', 'All', net_days,
                'Paused', 'All', paused_days) AS (stage, reason, days)
              FROM breach
              UNION ALL
              SELECT setting, 'Paused', reason, days FROM breach JOIN pause USING (case_id)
            ),
            cell AS (
              SELECT setting, stage, reason, count_if(days > 0) AS breaches, sum(days) AS days
              FROM spent
              GROUP BY stage, reason, CUBE (setting)
            ),
            -- The row of all stages has the most days.
            with_all AS (SELECT *, max(days) OVER (PARTITION BY setting) AS all_days FROM cell)
            SELECT
              coalesce(setting, 'All') AS setting,
              stage,
              reason,
              breaches,
              days,
              100 * days / all_days AS share_percent
            FROM with_all
            WHERE breaches > 0
            """);

    private SevenDayGapDays() {}
}
