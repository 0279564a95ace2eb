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
SELECT *, percent(spend - spend_year_before, spend_year_before) AS change_percent
FROM (
    -- Without active lines, the spend is zero. With active lines but no known cost, it is unknown.
    SELECT
        period,
        coalesce(setting, 'All') AS setting,
        coalesce(purchase_route, 'All') AS purchase_route,
        CASE WHEN bool_or(moment = 'now') THEN sum(lines.spend) FILTER (moment = 'now') ELSE 0 END AS spend,
        CASE WHEN bool_or(moment = 'then') THEN sum(lines.spend) FILTER (moment = 'then') ELSE 0 END
            AS spend_year_before
    FROM spent lines
    GROUP BY GROUPING SETS ((period, setting, purchase_route), (period, setting), (period, purchase_route), (period))
)
