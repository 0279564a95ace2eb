WITH lines AS (
    SELECT 'now' AS moment, * FROM active_on(as_at())
    UNION ALL
    SELECT 'then', * FROM active_on(year_before(as_at()))
),
priced AS (
    SELECT moment, setting, provider_id, CAST(weekly_cost AS DOUBLE) AS price
    FROM lines
    WHERE weekly_cost > 0 AND provider_id IS NOT NULL
),
-- A provider with lines in a setting on both days is compared with itself.
cells AS (
    SELECT
        setting,
        provider_id,
        count(*) FILTER (moment = 'now') AS lines_now,
        count(*) FILTER (moment = 'then') AS lines_then,
        avg(price) FILTER (moment = 'now') AS mean_now,
        avg(price) FILTER (moment = 'then') AS mean_then
    FROM priced
    GROUP BY setting, provider_id
),
like_for_like AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        100 * (sum(lines_then * mean_now) / sum(lines_then * mean_then) - 1) AS like_for_like_percent,
        sum(lines_now) AS matched_lines,
        sum(lines_then) AS matched_lines_year_before
    FROM cells
    WHERE lines_now > 0 AND lines_then > 0
    GROUP BY CUBE (setting)
),
all_lines AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        count(*) FILTER (moment = 'now') AS lines,
        count(*) FILTER (moment = 'then') AS lines_year_before,
        avg(price) FILTER (moment = 'now') AS mean_weekly,
        avg(price) FILTER (moment = 'then') AS mean_weekly_year_before
    FROM priced
    GROUP BY CUBE (setting)
    HAVING count(*) > 0
)
SELECT
    setting,
    lines,
    lines_year_before,
    mean_weekly,
    mean_weekly_year_before,
    100 * (mean_weekly / mean_weekly_year_before - 1) AS change_percent,
    like_for_like_percent,
    change_percent - like_for_like_percent AS mix_percent_points,
    coalesce(matched_lines, 0) AS matched_lines,
    coalesce(matched_lines_year_before, 0) AS matched_lines_year_before
FROM all_lines
LEFT JOIN like_for_like USING (setting)
