WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
open AS (
    SELECT moment, setting, need_group, target, day - clock_start AS age
    FROM brokering_fact
    JOIN days ON clock_start <= day
    WHERE coalesce(sourced_date > day, true) AND coalesce(closed_date > day, true)
)
SELECT
    coalesce(setting, 'All') AS setting,
    coalesce(need_group, 'All') AS need_group,
    count(*) FILTER (moment = 'now') AS open_cases,
    quantile_cont(CAST(age AS DOUBLE), 0.5) FILTER (moment = 'now') AS median_age_days,
    max(age) FILTER (moment = 'now') AS max_age_days,
    count(*) FILTER (moment = 'now' AND age > target) AS past_target,
    percent(count(*) FILTER (moment = 'now' AND age > target), count(target) FILTER (moment = 'now'))
        AS past_target_percent,
    count(*) FILTER (moment = 'then') AS open_cases_year_before
FROM open
GROUP BY CUBE (setting, need_group)
HAVING count(*) > 0
