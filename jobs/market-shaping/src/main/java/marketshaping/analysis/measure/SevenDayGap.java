package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Cases within and beyond their target, and how many would need to be quicker for 90% to be within target.
 *
 * <p>Not published: a reader could calculate the number of cases from these figures, even if it is rounded or hidden
 * elsewhere.
 */
public final class SevenDayGap {

    public static final Measure MEASURE = new Measure(
                    "seven_day_gap",
                    Section.BROKERING,
                    "Cases that would need to be quicker for 90% to be within target",
                    new Definition(
                            "Sourced cases are counted as within target or beyond it (breaches). Needed within target"
                                    + " is 90% of cases, rounded up. Cases to be quicker is the number of breaches"
                                    + " that would need to be within target to reach 90%. Days beyond target are the"
                                    + " total over all breaches.",
                            "The within-target percentage covers cases that were sourced in the period and whose"
                                    + " setting has a target.",
                            "Cases were sourced in the last 12 months up to the as-at date.",
                            "Cases in settings without a target, open cases, and cases that ended without a placement"
                                    + " are not counted.",
                            "Pauses are not deducted: the target is in calendar days."),
                    List.of(),
                    List.of(
                            Column.dimension("setting"),
                            Column.count("cases"),
                            Column.count("within_target"),
                            Column.percent("within_target_percent", "within_target", "cases"),
                            Column.count("needed_within_target"),
                            Column.count("cases_to_be_quicker"),
                            Column.count("breaches"),
                            Column.days("days_beyond_target", "breaches")),
                    """
                    WITH cell AS (
                      SELECT setting,
                        count(*) AS cases,
                        count_if(gross_days <= target_days) AS within_target,
                        sum(greatest(gross_days - target_days, 0)) AS days_beyond_target
                      FROM brokering
                      WHERE sourced_date > :twelve_months_before AND sourced_date <= :as_at AND target_days IS NOT NULL
                      GROUP BY CUBE (setting)
                    ),
                    -- 90% of cases, rounded up.
                    goal AS (SELECT *, cases - cases DIV 10 AS needed FROM cell)
                    SELECT
                      coalesce(setting, 'All') AS setting,
                      cases,
                      within_target,
                      100 * within_target / cases AS within_target_percent,
                      needed AS needed_within_target,
                      greatest(needed - within_target, 0) AS cases_to_be_quicker,
                      cases - within_target AS breaches,
                      days_beyond_target
                    FROM goal
                    """)
            .forCouncilOnly();

    private SevenDayGap() {}
}
