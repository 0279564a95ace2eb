WITH priced AS (
    SELECT * FROM active_on(as_at()) WHERE weekly_cost > 0
),
-- The payee: at provider level the provider; at brand level the brand, or the provider if it has none.
paid AS (
    SELECT setting, 'Provider' AS level, provider_id, ['provider', provider_id] AS firm, weekly_cost FROM priced
    UNION ALL
    SELECT
        setting,
        'Brand',
        provider_id,
        CASE WHEN brand_name IS NULL THEN ['provider', provider_id] ELSE ['brand', brand_name] END,
        weekly_cost
    FROM priced
    WHERE 'providers' IN (SELECT input FROM inputs_supplied)
),
totals AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        level,
        sum(weekly_cost) FILTER (provider_id IS NOT NULL) AS weekly_value,
        sum(weekly_cost) FILTER (provider_id IS NULL) AS weekly_value_without_provider
    FROM paid
    GROUP BY GROUPING SETS ((setting, level), (level))
),
firms AS (
    SELECT coalesce(setting, 'All') AS setting, level, firm, sum(weekly_cost) AS weekly
    FROM paid
    WHERE provider_id IS NOT NULL
    GROUP BY GROUPING SETS ((setting, level, firm), (level, firm))
),
shares AS (
    SELECT
        setting,
        level,
        percent(weekly, weekly_value) AS share,
        row_number() OVER (PARTITION BY setting, level ORDER BY weekly DESC) AS place
    FROM firms
    JOIN totals USING (setting, level)
)
SELECT
    setting,
    level,
    count(share) AS providers,
    sum(share) FILTER (place <= 1) AS top_1_percent,
    sum(share) FILTER (place <= 3) AS top_3_percent,
    sum(share) FILTER (place <= 5) AS top_5_percent,
    sum(share * share) AS hhi,
    any_value(weekly_value) AS weekly_value,
    any_value(weekly_value_without_provider) AS weekly_value_without_provider
FROM totals
LEFT JOIN shares USING (setting, level)
GROUP BY setting, level
