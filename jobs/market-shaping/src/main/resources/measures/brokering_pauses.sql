WITH sourced AS (
    SELECT case_id, setting, gross_days
    FROM brokering_fact
    JOIN periods ON sourced_date BETWEEN first_day AND last_day
    WHERE period = 'Last 12 months'
),
gross AS (
    SELECT coalesce(setting, 'All') AS setting, sum(gross_days) AS days FROM sourced GROUP BY CUBE (setting)
),
-- Each paused day of a case, once per reason and once for all reasons.
paused AS (
    SELECT DISTINCT setting, case_id, reason, day FROM sourced JOIN days_paused USING (case_id)
    UNION ALL
    SELECT DISTINCT setting, case_id, 'All', day FROM sourced JOIN days_paused USING (case_id)
)
SELECT setting, reason, cases, p.days, percent(p.days, gross.days) AS share_of_gross_percent
FROM (
    SELECT coalesce(setting, 'All') AS setting, reason, count(DISTINCT case_id) AS cases, count(*) AS days
    FROM paused
    GROUP BY GROUPING SETS ((setting, reason), (reason))
) p
JOIN gross USING (setting)
