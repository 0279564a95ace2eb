package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Brokering cases that are open on the as-at date, their age in days, and how many are past their target. */
public final class BrokeringOpen {

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
                    Column.count("open_cases"),
                    Column.days("median_age_days", "open_cases"),
                    Column.days("max_age_days", "open_cases"),
                    Column.count("past_target"),
                    Column.percent("past_target_percent", "past_target", "_with_target"),
                    Column.count("open_cases_year_before"),
                    Column.count("_with_target")),
            """
            WITH open_case AS (
              SELECT setting, target_days, now, before,
                if(now, datediff(:as_at, clock_start), NULL) AS age
              FROM (
                SELECT setting, target_days, clock_start,
                  clock_start <= :as_at AND (ended_on IS NULL OR ended_on > :as_at) AS now,
                  clock_start <= :year_before AND (ended_on IS NULL OR ended_on > :year_before) AS before
                FROM brokering
              )
              WHERE now OR before
            ),
            cell AS (
              SELECT setting,
                count_if(now) AS open_cases,
                percentile(age, 0.5) AS median_age_days,
                max(age) AS max_age_days,
                count_if(age > target_days) AS past_target,
                count_if(now AND target_days IS NOT NULL) AS with_target,
                count_if(before) AS open_cases_before
              FROM open_case
              GROUP BY CUBE (setting)
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              open_cases,
              median_age_days,
              max_age_days,
              past_target,
              100 * past_target / nullif(with_target, 0) AS past_target_percent,
              open_cases_before AS open_cases_year_before,
              with_target AS _with_target
            FROM cell
            """);

    private BrokeringOpen() {}
}
