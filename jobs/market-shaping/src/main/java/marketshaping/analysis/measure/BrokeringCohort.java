package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Brokering cases by the month in which their clock started: sourced, still open or withdrawn. Open cases stay in their
 * month, so a growing backlog cannot improve these figures.
 */
public final class BrokeringCohort {

    public static final Measure MEASURE = new Measure(
            "brokering_cohort",
            Section.BROKERING,
            "Cases by the month in which they began: sourced within target, still open or withdrawn",
            new Definition(
                    "Cases are counted by the month in which their clock started and by their state on the as-at"
                            + " date. The states are sourced, still open and withdrawn, which means ended without"
                            + " being sourced. The Kaplan-Meier median is the estimated number of days by which half"
                            + " of the cases are sourced. The estimate assumes that open and withdrawn cases would"
                            + " have been sourced at the same pace as other cases that had already taken as long.",
                    "The within-target percentage covers all cases of the month whose setting has a target, sourced"
                            + " or not. The still-open and withdrawn percentages cover all cases of the month.",
                    "Cases began in one of the last 24 complete months up to the as-at date. Cases of the latest"
                            + " months have had the least time to be sourced.",
                    "Events after the as-at date are not counted.",
                    "A case without an end date counts as open, whatever its recorded status. For the median, an open"
                            + " case counts up to the as-at date and a withdrawn case up to the day it ended. The"
                            + " median is shown only if half of the cases are sourced."),
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
                -- Until the case was sourced or withdrawn; if it is open, until the as-at date.
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
            -- Cases at risk are those that lasted at least this many days.
            at_risk AS (
              SELECT *, sum(cases) OVER (PARTITION BY month, setting ORDER BY days DESC) AS at_risk FROM after_days
            ),
            -- The share not yet sourced is the product of the shares left by each day (Kaplan-Meier).
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
