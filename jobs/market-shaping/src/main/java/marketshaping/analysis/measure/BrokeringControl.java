package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * The control chart of brokering: what its months differ by from one to the next tells which of them stand out.
 *
 * <p>For the council alone: limits add up every month of a setting, and would give away those that are hidden.
 */
public final class BrokeringControl {

    public static final Measure MEASURE = new Measure(
                    "brokering_control",
                    Section.BROKERING,
                    "Control chart of the monthly percentage within target and of the mean days",
                    new Definition(
                            "The percentage within target and the mean days of the cases sourced in a month, as an XmR"
                                    + " chart (individual values and moving range). The centre is the mean of the"
                                    + " monthly values; the natural limits are the centre less and plus 2.66 times the"
                                    + " mean moving range, which is how far a month is from the one before. A month"
                                    + " outside the limits, or one of eight or more in a row on the same side of the"
                                    + " centre, is a signal of change; other ups and downs are no news.",
                            "Within target: the cases of the month whose setting has a target. Mean days: all cases of"
                                    + " the month.",
                            "Each of the last 24 months that have ended by the as-at date; by the day the case was"
                                    + " sourced. All months have one centre.",
                            "Months without cases; the months around them count as following each other.",
                            "Limits are cut at 0, and of the percentage at 100. With a single month there are none."),
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
                    -- The months of a run all have as many months before them that are on another side.
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
            .forTheCouncilAlone();

    private BrokeringControl() {}
}
