package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Days from clock start to sourced for the cases sourced in each period, compared with the target of their setting. */
public final class BrokeringTimes {

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
            """
            WITH sourced AS (
              SELECT period, setting, source, gross_days, net_days, working_days, days_to_start,
                target_days IS NOT NULL AS with_target,
                gross_days <= target_days AS within,
                sourced_date BETWEEN first_day AND last_day AS now
              FROM brokering JOIN period
                ON sourced_date BETWEEN first_day AND last_day
                OR sourced_date BETWEEN first_day_before AND last_day_before
            ),
            cell AS (
              SELECT period, setting, source,
                count_if(now) AS cases,
                avg(gross_days) FILTER (WHERE now) AS mean_days,
                percentile(gross_days, 0.5) FILTER (WHERE now) AS median_days,
                percentile(gross_days, 0.9) FILTER (WHERE now) AS p90_days,
                max(gross_days) FILTER (WHERE now) AS max_days,
                count_if(now AND with_target) AS with_target,
                count_if(now AND within) AS within_target,
                avg(net_days) FILTER (WHERE now) AS mean_net_days,
                percentile(net_days, 0.5) FILTER (WHERE now) AS median_net_days,
                avg(working_days) FILTER (WHERE now) AS mean_working_days,
                avg(days_to_start) FILTER (WHERE now) AS mean_days_to_start,
                count(days_to_start) FILTER (WHERE now) AS care_started,
                count_if(NOT now) AS cases_before,
                avg(gross_days) FILTER (WHERE NOT now) AS mean_days_before,
                count_if(NOT now AND with_target) AS with_target_before,
                count_if(NOT now AND within) AS within_target_before
              FROM sourced
              GROUP BY period, CUBE (setting, source)
            )
            SELECT
              period,
              coalesce(setting, 'All') AS setting,
              coalesce(source, 'All') AS source,
              cases,
              mean_days,
              median_days,
              p90_days,
              max_days,
              within_target,
              100 * within_target / nullif(with_target, 0) AS within_target_percent,
              with_target - within_target AS breaches,
              mean_net_days,
              median_net_days,
              mean_working_days,
              mean_days_to_start,
              cases_before AS cases_year_before,
              mean_days_before AS mean_days_year_before,
              100 * within_target_before / nullif(with_target_before, 0) AS within_target_percent_year_before,
              with_target AS _with_target,
              care_started AS _care_started,
              with_target_before AS _with_target_year_before,
              within_target_before AS _within_target_year_before
            FROM cell
            """);

    private BrokeringTimes() {}
}
