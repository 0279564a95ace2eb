package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Where the days of the cases that breached the target went: into searching, or into pauses and why. */
public final class SevenDayGapDays {

    public static final Measure MEASURE = new Measure(
            "seven_day_gap_days",
            Section.BROKERING,
            "Where the days of the cases beyond target went",
            new Definition(
                    "Cases that were sourced beyond their target, and the days from clock start to sourced: those on"
                            + " which the case was paused, by reason, and the others, on which a placement was searched"
                            + " for. A case counts where it spent at least a day. A day paused for two reasons counts"
                            + " under each of them, and once under all.",
                    "The days from clock start to sourced of all breaches in the setting.",
                    "Cases sourced in the last 12 months up to the as-at date.",
                    "Cases within target, and settings without a target.",
                    "Pauses whose reason is not recorded are a row of their own. Where no pauses are given, searching"
                            + " and pauses can't be told apart and only the whole is shown."),
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
            -- The days of all stages are the most.
            beside_all AS (SELECT *, max(days) OVER (PARTITION BY setting) AS all_days FROM cell)
            SELECT
              coalesce(setting, 'All') AS setting,
              stage,
              reason,
              breaches,
              days,
              100 * days / all_days AS share_percent
            FROM beside_all
            WHERE breaches > 0
            """);

    private SevenDayGapDays() {}
}
