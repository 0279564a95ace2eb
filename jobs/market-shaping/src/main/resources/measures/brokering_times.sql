WITH spans AS (
    SELECT period, 'now' AS moment, first_day, last_day FROM periods
    UNION ALL
    SELECT period, 'then', first_day_before, last_day_before FROM periods
    UNION ALL
    SELECT month, 'now', first_day, last_day FROM months
    UNION ALL
    SELECT month, 'then', first_day_before, last_day_before FROM months
),
times AS (
    SELECT
        period,
        moment,
        coalesce(setting, 'All') AS setting,
        coalesce(source, 'All') AS source,
        count(*) AS cases,
        avg(gross_days) AS mean_days,
        quantile_cont(CAST(gross_days AS DOUBLE), 0.5) AS median_days,
        quantile_cont(CAST(gross_days AS DOUBLE), 0.9) AS p90_days,
        max(gross_days) AS max_days,
        count(*) FILTER (gross_days <= target) AS within_target,
        percent(count(*) FILTER (gross_days <= target), count(target)) AS within_target_percent,
        count(*) FILTER (gross_days > target) AS breaches,
        avg(net_days) AS mean_net_days,
        quantile_cont(CAST(net_days AS DOUBLE), 0.5) AS median_net_days,
        avg(working_days) AS mean_working_days,
        avg(days_to_start) AS mean_days_to_start
    FROM brokering_fact
    JOIN spans ON sourced_date BETWEEN first_day AND last_day
    GROUP BY GROUPING SETS (
        (period, moment, setting, source), (period, moment, setting), (period, moment, source), (period, moment))
)
SELECT
    period,
    setting,
    source,
    coalesce(n.cases, 0) AS cases,
    n.mean_days,
    n.median_days,
    n.p90_days,
    n.max_days,
    coalesce(n.within_target, 0) AS within_target,
    n.within_target_percent,
    coalesce(n.breaches, 0) AS breaches,
    n.mean_net_days,
    n.median_net_days,
    n.mean_working_days,
    n.mean_days_to_start,
    coalesce(t.cases, 0) AS cases_year_before,
    t.mean_days AS mean_days_year_before,
    t.within_target_percent AS within_target_percent_year_before
FROM (SELECT * FROM times WHERE moment = 'now') n
FULL JOIN (SELECT * FROM times WHERE moment = 'then') t USING (period, setting, source)
