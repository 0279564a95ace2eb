WITH local_lines AS (
    SELECT setting, need_group, weekly_cost
    FROM active_on(as_at())
    WHERE accommodation AND tier = 'In borough' AND weekly_cost > 0
),
local_prices AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        coalesce(need_group, 'All') AS need_group,
        quantile_cont(CAST(weekly_cost AS DOUBLE), 0.5) AS median,
        count(*) AS placements
    FROM local_lines
    GROUP BY CUBE (setting, need_group)
),
-- Each placement with a price is compared with its own cell, at every level of totals.
away AS (
    SELECT
        setting, need_group, person_id, weekly_cost,
        CASE WHEN weekly_cost > 0 THEN (CAST(weekly_cost AS DOUBLE) - median) * 365 / 7 END AS dearer_by
    FROM active_on(as_at())
    LEFT JOIN local_prices USING (setting, need_group)
    WHERE accommodation AND out_of_borough AND out_of_borough_reason = 'No local capacity'
),
could_return AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        coalesce(need_group, 'All') AS need_group,
        count(DISTINCT person_id) AS people,
        sum(weekly_cost) AS weekly_cost,
        sum(dearer_by) AS annual_difference,
        count(*) AS placements,
        count(*) FILTER (dearer_by IS NULL) AS placements_without_comparison
    FROM away
    GROUP BY CUBE (setting, need_group)
    HAVING count(*) > 0
)
SELECT
    setting,
    need_group,
    people,
    weekly_cost,
    median AS in_borough_median_weekly,
    annual_difference,
    c.placements,
    placements_without_comparison,
    coalesce(l.placements, 0) AS in_borough_placements
FROM could_return c
LEFT JOIN local_prices l USING (setting, need_group)
