package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * How far brokering is from having nine cases in ten within target.
 *
 * <p>For the council alone: how many cases are needed tells how many there are, though that is rounded or hidden.
 */
public final class SevenDayGap {

    public static final Measure MEASURE = new Measure(
                    "seven_day_gap",
                    Section.BROKERING,
                    "Cases that would have had to be quicker for 90 % to be within target",
                    new Definition(
                            "Cases sourced in the period, those within target and those beyond it (breaches), how many"
                                    + " would have to be within target for 90 % to be, rounded up, and how many of the"
                                    + " breaches would have had to be quicker for that. Days beyond target are added up"
                                    + " over the breaches.",
                            "Within target: of the cases sourced in the period whose setting has a target.",
                            "Cases sourced in the last 12 months up to the as-at date.",
                            "Cases in settings without a target, cases that are open, and those that ended without a"
                                    + " placement.",
                            "Pauses are not taken off: the target is held against calendar days."),
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
                    -- All but a tenth, and no part of a case.
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
            .forTheCouncilAlone();

    private SevenDayGap() {}
}
