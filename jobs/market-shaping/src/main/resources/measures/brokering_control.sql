WITH monthly AS (
    SELECT
        month,
        coalesce(setting, 'All') AS setting,
        percent(count(*) FILTER (gross_days <= target), count(target)) AS within_target_percent,
        count(target) AS cases_with_target,
        avg(gross_days) AS mean_days,
        count(*) AS cases
    FROM brokering_fact
    JOIN months ON sourced_date BETWEEN first_day AND last_day
    GROUP BY GROUPING SETS ((month, setting), (month))
),
points AS (
    SELECT 'Within target percent' AS figure, setting, month, within_target_percent AS value, cases_with_target AS cases
    FROM monthly
    WHERE cases_with_target > 0
    UNION ALL
    SELECT 'Mean days', setting, month, mean_days, cases FROM monthly
),
moved AS (
    SELECT *, abs(value - lag(value) OVER (PARTITION BY figure, setting ORDER BY month)) AS moving_range
    FROM points
),
centred AS (
    SELECT
        *,
        avg(value) OVER (PARTITION BY figure, setting) AS centre,
        2.66 * avg(moving_range) OVER (PARTITION BY figure, setting) AS reach
    FROM moved
),
limited AS (
    SELECT
        * EXCLUDE (reach),
        CASE WHEN reach IS NOT NULL THEN greatest(centre - reach, 0) END AS lower,
        CASE
            WHEN reach IS NULL THEN NULL
            WHEN figure = 'Within target percent' THEN least(centre + reach, 100)
            ELSE centre + reach
        END AS upper,
        CASE WHEN abs(value - centre) <= 1e-9 THEN 0 ELSE sign(value - centre) END AS side
    FROM centred
),
-- A run ends when the side changes.
turns AS (
    SELECT
        *,
        CASE WHEN side = lag(side) OVER (PARTITION BY figure, setting ORDER BY month) THEN 0 ELSE 1 END AS turn
    FROM limited
),
runs AS (
    SELECT *, sum(turn) OVER (PARTITION BY figure, setting ORDER BY month) AS run FROM turns
)
SELECT
    figure,
    setting,
    month,
    value,
    centre,
    lower,
    upper,
    moving_range,
    CASE
        WHEN value > upper + 1e-9 OR value < lower - 1e-9 THEN 'Outside limits'
        WHEN side <> 0 AND count(*) OVER (PARTITION BY figure, setting, run) >= 8 THEN 'Run of 8'
        ELSE 'None'
    END AS signal,
    cases
FROM runs
