package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** What became of the cases whose clock started in the same month, so that a growing backlog can't flatter a figure. */
public final class BrokeringCohort {

    public static final Measure MEASURE = new Measure(
            "brokering_cohort",
            Section.BROKERING,
            "Cases by the month in which they began: sourced within target, still open, withdrawn",
            new Definition(
                    "Cases by the month in which their clock started, and what had become of them by the as-at date:"
                            + " sourced, still open, or withdrawn, which is ended without being sourced. The"
                            + " Kaplan-Meier median is the number of days by which half of the cases are sourced, if"
                            + " those that are open or withdrawn would have been sourced like those that took as long.",
                    "Within target: the cases that began in the month and whose setting has a target, sourced or not."
                            + " Still open and withdrawn: all cases that began in the month.",
                    "Each of the last 24 months that have ended by the as-at date; the latest ones had the least time.",
                    "Whatever happened after the as-at date.",
                    "A case without an end counts as open whatever its status says. For the median an open case"
                            + " counts up to the as-at date and a withdrawn one up to the day it ended. There is no"
                            + " median while half are not sourced."),
            List.of(),
            List.of(
                    Column.dimension("month"),
                    Column.dimension("setting"),
                    Column.count("cases"),
                    Column.percent("sourced_within_target_percent", "sourced_within_target", "_with_target"),
                    Column.percent("still_open_percent", "still_open", "cases"),
                    Column.percent("withdrawn_percent", "withdrawn", "cases"),
                    Column.days("kaplan_meier_median_days", "_sourced"),
                    Column.count("sourced_within_target"),
                    Column.count("still_open"),
                    Column.count("withdrawn"),
                    Column.count("_with_target"),
                    Column.count("_sourced")),
            """
            WITH begun AS (
              SELECT month, setting, target_days,
                coalesce(sourced_date <= :as_at, false) AS sourced,
                coalesce(ended_on <= :as_at, false) AS ended,
                -- Until it was sourced or withdrawn; of an open case, until now.
                datediff(CASE WHEN sourced_date <= :as_at THEN sourced_date
                  WHEN ended_on <= :as_at THEN ended_on ELSE :as_at END, clock_start) AS days
              FROM brokering JOIN month_end ON trunc(clock_start, 'MM') = first_day
            ),
            after_days AS (
              SELECT month, setting, days,
                count(*) AS cases,
                count(target_days) AS with_target,
                count_if(sourced) AS sourced,
                count_if(sourced AND days <= target_days) AS sourced_within_target,
                count_if(NOT sourced AND NOT ended) AS still_open
              FROM begun
              GROUP BY month, days, CUBE (setting)
            ),
            -- Of the cases that were still being brokered after so many days, those sourced on that day.
            at_risk AS (
              SELECT *, sum(cases) OVER (PARTITION BY month, setting ORDER BY days DESC) AS at_risk FROM after_days
            ),
            -- The share not sourced yet is the product of the shares that each day left.
            curve AS (
              SELECT *,
                if(sourced = at_risk, 0,
                  exp(sum(ln(1 - sourced / at_risk)) OVER (PARTITION BY month, setting ORDER BY days))) AS not_sourced
              FROM at_risk
            ),
            cell AS (
              SELECT month, setting,
                sum(cases) AS cases,
                sum(with_target) AS with_target,
                sum(sourced) AS sourced,
                sum(sourced_within_target) AS sourced_within_target,
                sum(still_open) AS still_open,
                min(days) FILTER (WHERE not_sourced <= 0.5 + 1e-9) AS kaplan_meier_median_days
              FROM curve
              GROUP BY month, setting
            )
            SELECT
              month,
              coalesce(setting, 'All') AS setting,
              cases,
              100 * sourced_within_target / nullif(with_target, 0) AS sourced_within_target_percent,
              100 * still_open / cases AS still_open_percent,
              100 * (cases - sourced - still_open) / cases AS withdrawn_percent,
              kaplan_meier_median_days,
              sourced_within_target,
              still_open,
              cases - sourced - still_open AS withdrawn,
              with_target AS _with_target,
              sourced AS _sourced
            FROM cell
            """);

    private BrokeringCohort() {}
}
