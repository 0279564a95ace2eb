WITH late AS (
    SELECT brokering_fact.*
    FROM brokering_fact
    JOIN periods ON sourced_date BETWEEN first_day AND last_day
    WHERE period = 'Last 12 months' AND gross_days > target
),
-- The days of each late case by activity. A day paused for two reasons counts under each reason, and once in all
-- pauses.
spent AS (
    SELECT setting, case_id, 'All' AS stage, 'All' AS reason, gross_days AS days FROM late
    UNION ALL
    SELECT setting, case_id, 'Searching', 'All', net_days
    FROM late
    WHERE 'brokering_pauses' IN (SELECT input FROM inputs_supplied)
    UNION ALL
    SELECT setting, case_id, 'Paused', 'All', paused_days FROM late
    UNION ALL
    SELECT setting, case_id, 'Paused', reason, count(DISTINCT day)
    FROM late
    JOIN days_paused USING (case_id)
    GROUP BY setting, case_id, reason
),
summed AS (
    SELECT coalesce(setting, 'All') AS setting, stage, reason, count(*) AS breaches, sum(s.days) AS days
    FROM spent s
    WHERE s.days > 0
    GROUP BY GROUPING SETS ((setting, stage, reason), (stage, reason))
)
SELECT setting, stage, reason, breaches, s.days, percent(s.days, whole.days) AS share_percent
FROM summed s
JOIN (SELECT setting, days FROM summed WHERE stage = 'All') whole USING (setting)
