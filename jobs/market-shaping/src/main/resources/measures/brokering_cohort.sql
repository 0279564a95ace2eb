WITH cohort AS (
    SELECT
        month,
        f.*,
        coalesce(sourced_date <= as_at(), false) AS sourced,
        coalesce(ended_on > as_at(), true) AS open
    FROM brokering_fact f
    JOIN months ON clock_start BETWEEN first_day AND last_day
),
cases AS (
    SELECT
        *,
        -- A case that was withdrawn or is still open is known to have waited until then.
        CASE WHEN sourced THEN sourced_date WHEN open THEN as_at() ELSE ended_on END - clock_start AS waited
    FROM cohort
),
counted AS (
    SELECT
        month,
        coalesce(setting, 'All') AS setting,
        count(*) AS cases,
        percent(count(*) FILTER (sourced AND gross_days <= target), count(target)) AS sourced_within_target_percent,
        percent(count(*) FILTER (open), count(*)) AS still_open_percent,
        percent(count(*) FILTER (NOT sourced AND NOT open), count(*)) AS withdrawn_percent,
        count(*) FILTER (sourced AND gross_days <= target) AS sourced_within_target,
        count(*) FILTER (open) AS still_open,
        count(*) FILTER (NOT sourced AND NOT open) AS withdrawn
    FROM cases
    GROUP BY GROUPING SETS ((month, setting), (month))
),
each_case AS (
    SELECT month, setting, sourced, waited FROM cases
    UNION ALL
    SELECT month, 'All', sourced, waited FROM cases
),
-- Per number of days to sourcing: the cases sourced on that day, and the cases that had waited at least as long.
steps AS (
    SELECT s.month, s.setting, s.waited, s.sourced, count(*) AS at_risk
    FROM (
        SELECT month, setting, waited, count(*) AS sourced FROM each_case WHERE sourced GROUP BY ALL
    ) s
    JOIN each_case e ON e.month = s.month AND e.setting = s.setting AND e.waited >= s.waited
    GROUP BY ALL
),
curve AS (
    SELECT
        month,
        setting,
        waited,
        at_risk,
        product(1 - sourced / at_risk) OVER (PARTITION BY month, setting ORDER BY waited) AS still_waiting
    FROM steps
),
medians AS (
    SELECT month, setting, min(waited) AS median, arg_min(at_risk, waited) AS at_risk
    FROM curve
    WHERE still_waiting <= 0.5 + 1e-9
    GROUP BY month, setting
)
SELECT
    month,
    setting,
    cases,
    sourced_within_target_percent,
    still_open_percent,
    withdrawn_percent,
    median AS kaplan_meier_median_days,
    at_risk,
    sourced_within_target,
    still_open,
    withdrawn
FROM counted
LEFT JOIN medians USING (month, setting)
