package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Control chart (XmR) of brokering. The differences between consecutive months set the limits. A month is a signal if
 * it is outside the limits or in a long series on one side of the centre.
 *
 * <p>Not published: the limits are based on every month of a setting and would reveal the months that are hidden.
 */
public final class BrokeringControl {

    public static final Measure MEASURE = new Measure(
                    "brokering_control",
                    Section.BROKERING,
                    "Control chart of the monthly percentage within target and mean days",
                    new Definition(
                            "An XmR chart (individual values and moving range) shows two monthly figures of sourced"
                                    + " cases: the percentage within target and the mean days. The centre is the mean"
                                    + " of the monthly figures. The moving range is the difference between a month and"
                                    + " the month before. The natural limits are the centre minus and plus 2.66 times"
                                    + " the mean moving range. A month is a signal of change if it is outside the"
                                    + " limits. It is also a signal if it is one of eight or more months in a row on"
                                    + " the same side of the centre. Other variation is not a signal.",
                            "The within-target percentage covers the cases of the month whose setting has a target."
                                    + " Mean days cover all cases of the month.",
                            "Cases were sourced in one of the last 24 complete months up to the as-at date. The"
                                    + " centre is the same for all months.",
                            "Months without cases are left out; the months before and after them count as consecutive.",
                            "Limits below 0 are shown as 0, and limits of the percentage above 100 as 100. If there"
                                    + " is only one month, there are no limits."),
                    List.of(),
                    List.of(
                            Column.dimension("figure"),
                            Column.dimension("setting"),
                            Column.dimension("month"),
                            Column.number("value", "cases"),
                            Column.number("centre", "cases"),
                            Column.number("lower", "cases"),
                            Column.number("upper", "cases"),
                            Column.number("moving_range", "cases"),
                            Column.text("signal"),
                            Column.count("cases")),
                    """
                    WITH sourced AS (
                      SELECT month, setting,
                        count(*) AS cases,
                        sum(gross_days) AS days,
                        count(target_days) AS with_target,
                        count_if(gross_days <= target_days) AS within
                      FROM brokering JOIN month_end ON trunc(sourced_date, 'MM') = first_day
                      GROUP BY month, CUBE (setting)
                    ),
                    point AS (
                      SELECT setting, month, stack(2,
                        'Within target percent', 100 * within / nullif(with_target, 0), with_target,
                        'Mean days', days / cases, cases) AS (figure, value, cases)
                      FROM sourced
                    ),
                    moving AS (
                      SELECT *,
                        abs(value - lag(value) OVER (PARTITION BY figure, setting ORDER BY month)) AS moving_range
                      FROM point
                      WHERE value IS NOT NULL
                    ),
                    centred AS (
                      SELECT *,
                        avg(value) OVER (PARTITION BY figure, setting) AS centre,
                        2.66 * avg(moving_range) OVER (PARTITION BY figure, setting) AS reach
                      FROM moving
                    ),
                    limited AS (
                      SELECT *,
                        if(reach IS NULL, NULL, greatest(centre - reach, 0)) AS lower,
                        if(figure = 'Within target percent' AND reach IS NOT NULL, least(centre + reach, 100),
                          centre + reach) AS upper,
                        CASE WHEN abs(value - centre) > 1e-9 THEN sign(value - centre) ELSE 0 END AS side
                      FROM centred
                    ),
                    -- All months of a run have the same number of earlier months on another side.
                    sided AS (
                      SELECT *,
                        row_number() OVER (PARTITION BY figure, setting ORDER BY month)
                          - row_number() OVER (PARTITION BY figure, setting, side ORDER BY month) AS run
                      FROM limited
                    )
                    SELECT
                      figure,
                      coalesce(setting, 'All') AS setting,
                      month,
                      value,
                      centre,
                      lower,
                      upper,
                      moving_range,
                      CASE WHEN value > upper + 1e-9 OR value < lower - 1e-9 THEN 'Outside limits'
                        WHEN side <> 0 AND count(*) OVER (PARTITION BY figure, setting, side, run) >= 8 THEN 'Run of 8'
                        ELSE 'None' END AS signal,
                      cases
                    FROM sided
                    """)
            .forCouncilOnly();

    private BrokeringControl() {}
}
