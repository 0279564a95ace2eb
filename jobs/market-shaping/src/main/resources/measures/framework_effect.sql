WITH figures AS (
    SELECT * FROM (VALUES
        ('Framework share of starts', '%'),
        ('Median weekly price of starts', '£ a week'),
        ('Median days to source', 'days'),
        ('Within target percent', '%'),
        ('Out of borough share of starts', '%')) AS t(figure, unit)
),
-- The number of days before go-live equals the number of days after it.
spans AS (
    SELECT
        day - CAST(until - day + 1 AS INTEGER) AS before_first_day,
        day - 1 AS before_last_day,
        day AS after_first_day,
        until AS after_last_day
    FROM (SELECT day, least(as_at(), CAST(day + INTERVAL 12 MONTH AS DATE) - 1) AS until FROM go_live)
    WHERE until >= day
),
-- The value of each case: for a median the number itself, for a share 100 if the case counts and 0 if not.
measured AS (
    SELECT
        'Framework share of starts' AS figure,
        setting,
        start_date AS day,
        CASE WHEN purchase_route = 'Framework' THEN 100.0 ELSE 0.0 END AS value
    FROM placement_fact
    WHERE purchase_route <> 'Not recorded'
    UNION ALL
    SELECT 'Median weekly price of starts', setting, start_date, CAST(weekly_cost AS DOUBLE)
    FROM placement_fact
    WHERE weekly_cost > 0
    UNION ALL
    SELECT 'Median days to source', setting, sourced_date, gross_days FROM brokering_fact WHERE sourced_date IS NOT NULL
    UNION ALL
    SELECT 'Within target percent', setting, sourced_date, CASE WHEN gross_days <= target THEN 100.0 ELSE 0.0 END
    FROM brokering_fact
    WHERE sourced_date IS NOT NULL AND target IS NOT NULL
    UNION ALL
    SELECT 'Out of borough share of starts', setting, start_date, CASE WHEN out_of_borough THEN 100.0 ELSE 0.0 END
    FROM placement_fact
    WHERE accommodation AND tier <> 'Not located'
),
sided AS (
    SELECT
        figure,
        unnest([setting, 'All']) AS setting,
        CASE WHEN day < after_first_day THEN 'before' ELSE 'after' END AS side,
        CAST(value AS DOUBLE) AS value
    FROM measured
    JOIN spans ON day BETWEEN before_first_day AND after_last_day
),
ranked AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY figure, setting, side ORDER BY value) AS rank,
        count(*) OVER (PARTITION BY figure, setting, side) AS cases
    FROM sided
),
sides AS (
    SELECT
        figure,
        setting,
        side,
        count(*) AS cases,
        avg(value) AS mean,
        quantile_cont(value, 0.5) AS median,
        count(*) FILTER (value > 0) AS hits,
        count(*) FILTER (value = 0) AS misses,
        -- The 95% confidence interval of the median of all such cases.
        max(value) FILTER (rank = CAST(round(cases / 2 - 0.98 * sqrt(cases)) AS BIGINT)) AS low,
        max(value) FILTER (rank = CAST(round(1 + cases / 2 + 0.98 * sqrt(cases)) AS BIGINT)) AS high
    FROM ranked
    GROUP BY figure, setting, side
),
compared AS (
    SELECT
        figure,
        setting,
        unit,
        coalesce(b.cases, 0) AS before_cases,
        coalesce(a.cases, 0) AS after_cases,
        CASE WHEN unit = '%' THEN b.mean ELSE b.median END AS before,
        CASE WHEN unit = '%' THEN a.mean ELSE a.median END AS after,
        -- The count that chance alone would give each side, of the rarer of hits and misses.
        least(b.hits + a.hits, b.misses + a.misses) AS rarer,
        CASE
            WHEN unit = '%' THEN coalesce(least(b.cases, a.cases) * rarer < 10 * (b.cases + a.cases), true)
            ELSE before_cases < 10 OR after_cases < 10
        END AS too_few,
        (b.hits + a.hits) / (b.cases + a.cases) AS share,
        CASE
            WHEN unit = '%'
            THEN abs(a.mean - b.mean) / 100 > 1.96 * sqrt(share * (1 - share) * (1 / b.cases + 1 / a.cases))
            ELSE b.high < a.low OR a.high < b.low
        END AS apart
    FROM (SELECT * FROM sides WHERE side = 'before') b
    FULL JOIN (SELECT * FROM sides WHERE side = 'after') a USING (figure, setting)
    JOIN figures USING (figure)
)
SELECT
    figure,
    setting,
    before_first_day,
    before_last_day,
    after_first_day,
    after_last_day,
    before_cases,
    before,
    after_cases,
    after,
    after - before AS change,
    CASE WHEN too_few THEN 'Too few to tell' WHEN apart THEN 'More than chance' ELSE 'No more than chance' END
        AS reading,
    unit
FROM compared, spans
UNION ALL
SELECT figure, 'All', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Not live yet', unit
FROM figures
WHERE NOT EXISTS (FROM spans)
