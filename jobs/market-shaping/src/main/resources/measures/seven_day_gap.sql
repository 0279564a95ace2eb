SELECT
    *,
    percent(within_target, cases) AS within_target_percent,
    -- Nine in ten, rounded up to a whole case.
    (9 * cases + 9) // 10 AS needed_within_target,
    greatest(needed_within_target - within_target, 0) AS cases_to_be_quicker,
    cases - within_target AS breaches
FROM (
    SELECT
        coalesce(setting, 'All') AS setting,
        count(*) AS cases,
        count(*) FILTER (gross_days <= target) AS within_target,
        coalesce(sum(gross_days - target) FILTER (gross_days > target), 0) AS days_beyond_target
    FROM brokering_fact
    JOIN periods ON sourced_date BETWEEN first_day AND last_day
    WHERE period = 'Last 12 months' AND target IS NOT NULL
    GROUP BY CUBE (setting)
    HAVING count(*) > 0
)
