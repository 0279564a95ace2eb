package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Purchase route, price, location and speed before and after the framework's go-live. A test shows if chance alone
 * would explain each difference.
 *
 * <p>Not published: its shares are exact and would undo the rounding of the published counts.
 */
public final class FrameworkEffect {

    public static final Measure MEASURE = new Measure(
                    "framework_effect",
                    Section.FRAMEWORK_AND_SPOT,
                    "Figures before and after the framework's go-live",
                    new Definition(
                            "Placements that started have three figures: the percentage bought through the framework,"
                                    + " the median weekly price and, in accommodation with care, the percentage out of"
                                    + " borough. Sourced cases have two figures: the median days from clock start to"
                                    + " sourced and the percentage within target. The cases columns count the"
                                    + " placements or cases that a figure is based on. The change is after minus"
                                    + " before. The reading states whether the change is larger than chance alone"
                                    + " would explain, at 95%; it does not state the cause. Percentages are compared"
                                    + " by a pooled two-proportion z-test, with a limit of 1.96 standard errors. For a"
                                    + " percentage, the test needs enough placements or cases in each period. At the"
                                    + " combined percentage of both periods, each period must have at least 10 inside"
                                    + " the percentage and 10 outside it. Otherwise, the reading is Too few to tell."
                                    + " Medians differ by more than chance if their 95% intervals do not overlap,"
                                    + " which is a strict test. For a median, the reading is Too few to tell if either"
                                    + " period has fewer than 10 placements or cases. In a sorted list of n values,"
                                    + " the interval runs from value number n/2 - 0.98 √n to value number 1 + n/2 +"
                                    + " 0.98 √n. Both numbers are rounded to whole numbers.",
                            "The framework share covers placements whose route is recorded. The out of borough share"
                                    + " covers placements in accommodation with care that could be located. The"
                                    + " within-target percentage covers cases whose setting has a target.",
                            "The period after go-live runs from the day on which the framework went live to the as-at"
                                    + " date, for at most 12 months. The period before is the same number of days, up"
                                    + " to the day before go-live. Placements are dated by their first day, and cases"
                                    + " by the day on which they were sourced.",
                            "Placements without a weekly cost, or with a weekly cost of zero or less, are left out of"
                                    + " the price.",
                            "Placements whose route is not recorded are left out of the framework share. Placements"
                                    + " that could not be located are left out of the out of borough share. Until the"
                                    + " framework goes live, there is nothing to compare."),
                    List.of(),
                    List.of(
                            Column.dimension("figure"),
                            Column.dimension("setting"),
                            Column.date("before_first_day"),
                            Column.date("before_last_day"),
                            Column.date("after_first_day"),
                            Column.date("after_last_day"),
                            Column.count("before_cases"),
                            Column.number("before", "before_cases"),
                            Column.count("after_cases"),
                            Column.number("after", "after_cases"),
                            Column.number("change", "after_cases"),
                            Column.text("reading"),
                            Column.text("unit")),
                    """
                    WITH figure AS (
                      SELECT stack(5,
                        'Framework share of starts', '%',
                        'Median weekly price of starts', '£ a week',
                        'Median days to source', 'days',
                        'Within target percent', '%',
                        'Out of borough share of starts', '%') AS (figure, unit)
                    ),
                    -- No row until the framework is live.
                    span AS (
                      SELECT
                        date_sub(first_day, datediff(last_day, first_day) + 1) AS before_first_day,
                        date_sub(first_day, 1) AS before_last_day,
                        first_day AS after_first_day,
                        last_day AS after_last_day
                      FROM (
                        SELECT
                          date(:go_live) AS first_day,
                          least(:as_at, date_sub(add_months(:go_live, 12), 1)) AS last_day
                      )
                      WHERE first_day <= last_day
                    ),
                    -- For a percentage, the value is 1 if the placement or case is within it, else 0.
                    observed AS (
                      SELECT setting, start_date >= after_first_day AS is_after, stack(3,
                        'Framework share of starts',
                          if(purchase_route = 'Not recorded', NULL, double(purchase_route = 'Framework')),
                        'Median weekly price of starts', if(weekly_cost > 0, double(weekly_cost), NULL),
                        'Out of borough share of starts',
                          if(accommodation AND tier <> 'Not located', double(out_of_borough), NULL)) AS (figure, value)
                      FROM placement JOIN span ON start_date BETWEEN before_first_day AND after_last_day
                      UNION ALL
                      SELECT setting, sourced_date >= after_first_day, stack(2,
                        'Median days to source', double(gross_days),
                        'Within target percent', double(gross_days <= target_days))
                      FROM brokering JOIN span ON sourced_date BETWEEN before_first_day AND after_last_day
                    ),
                    tally AS (
                      SELECT figure, setting, is_after, value, count(*) AS cases
                      FROM observed
                      WHERE value IS NOT NULL
                      GROUP BY figure, is_after, value, CUBE (setting)
                    ),
                    in_order AS (
                      SELECT *,
                        sum(cases) OVER (PARTITION BY figure, setting, is_after ORDER BY value) AS up_to_here,
                        sum(cases) OVER (PARTITION BY figure, setting, is_after) AS all_cases
                      FROM tally
                    ),
                    side AS (
                      SELECT figure, setting, is_after,
                        sum(cases) AS cases,
                        sum(value * cases) AS within,
                        percentile(value, 0.5, cases) AS median,
                        min(value) FILTER (WHERE up_to_here >= round(all_cases / 2 - 0.98 * sqrt(all_cases))) AS low,
                        min(value) FILTER (WHERE up_to_here >= round(1 + all_cases / 2 + 0.98 * sqrt(all_cases)))
                          AS high
                      FROM in_order
                      GROUP BY figure, setting, is_after
                    ),
                    pair AS (
                      SELECT figure, setting, unit,
                        sum(cases) AS cases,
                        sum(within) AS within,
                        first(struct(cases, within, low, high, value)) FILTER (WHERE NOT is_after) AS b,
                        first(struct(cases, within, low, high, value)) FILTER (WHERE is_after) AS a
                      FROM (
                        SELECT *, if(unit = '%', 100 * within / cases, median) AS value
                        FROM side JOIN figure USING (figure)
                      )
                      GROUP BY figure, setting, unit
                    ),
                    tested AS (
                      SELECT figure, setting, a, b,
                        a.cases * rarer / cases >= 10 AND b.cases * rarer / cases >= 10 AS is_enough,
                        if(unit = '%',
                          abs(a.value - b.value) / 100
                            > 1.96 * sqrt(within / cases * (1 - within / cases) * (1 / a.cases + 1 / b.cases)),
                          a.low > b.high OR b.low > a.high) AS is_more_than_chance
                      FROM (SELECT *, if(unit = '%', least(within, cases - within), cases) AS rarer FROM pair)
                    )
                    SELECT
                      figure,
                      coalesce(setting, 'All') AS setting,
                      before_first_day, before_last_day, after_first_day, after_last_day,
                      if(is_live, coalesce(b.cases, 0), NULL) AS before_cases,
                      b.value AS before,
                      if(is_live, coalesce(a.cases, 0), NULL) AS after_cases,
                      a.value AS after,
                      a.value - b.value AS change,
                      CASE WHEN NOT is_live THEN 'Not live yet'
                        WHEN is_enough THEN if(is_more_than_chance, 'More than chance', 'No more than chance')
                        ELSE 'Too few to tell' END AS reading,
                      unit
                    FROM (SELECT *, after_first_day IS NOT NULL AS is_live FROM figure LEFT JOIN span ON true)
                    LEFT JOIN tested USING (figure)
                    WHERE a IS NOT NULL OR b IS NOT NULL OR NOT is_live
                    """)
            .forCouncilOnly();

    private FrameworkEffect() {}
}
