package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Days for which the brokering of sourced cases was paused, by reason. */
public final class PausesByReason {

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
            """
            WITH sourced AS (
              SELECT case_id, setting, gross_days, paused_days
              FROM brokering
              WHERE sourced_date > :twelve_months_before AND sourced_date <= :as_at
            ),
            paused AS (
              SELECT setting, 'All' AS reason, paused_days AS days, gross_days FROM sourced
              UNION ALL
              SELECT setting, reason, days, NULL AS gross_days FROM sourced JOIN pause USING (case_id)
            ),
            cell AS (
              SELECT setting, reason,
                count_if(days > 0) AS cases,
                sum(days) AS days,
                sum(gross_days) AS gross_days
              FROM paused
              GROUP BY reason, CUBE (setting)
            ),
            -- Only the row of all reasons contains the gross days.
            with_all AS (SELECT *, max(gross_days) OVER (PARTITION BY setting) AS all_gross_days FROM cell)
            SELECT
              coalesce(setting, 'All') AS setting,
              reason,
              cases,
              days,
              100 * days / all_gross_days AS share_of_gross_percent
            FROM with_all
            WHERE cases > 0
            """);

    private PausesByReason() {}
}
