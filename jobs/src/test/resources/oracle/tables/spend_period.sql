WITH spans AS (
    SELECT period, 'now' AS moment, first_day, last_day FROM periods
    UNION ALL
    SELECT period, 'then', first_day_before, last_day_before FROM periods
),
spent AS (
    SELECT
        period, moment, setting, purchase_route,
        CAST(weekly_cost AS DOUBLE)
            * (least(coalesce(end_date, last_day), last_day) - greatest(start_date, first_day) + 1) / 7
            + CASE WHEN start_date >= first_day THEN coalesce(CAST(cost_once AS DOUBLE), 0) ELSE 0 END AS spend
    FROM placement_fact
    JOIN spans ON start_date <= last_day AND (end_date IS NULL OR end_date >= first_day)
)
SELECT
    period,
    coalesce(setting, 'All') AS setting,
    coalesce(purchase_route, 'All') AS purchase_route,
    coalesce(sum(spend) FILTER (moment = 'now'), 0) AS spend,
    coalesce(sum(spend) FILTER (moment = 'then'), 0) AS spend_year_before,
    percent(
        coalesce(sum(spend) FILTER (moment = 'now'), 0) - sum(spend) FILTER (moment = 'then'),
        sum(spend) FILTER (moment = 'then')) AS change_percent
FROM spent
GROUP BY GROUPING SETS ((period, setting, purchase_route), (period, setting), (period, purchase_route), (period))
