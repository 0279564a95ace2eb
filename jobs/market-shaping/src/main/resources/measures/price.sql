SELECT
    coalesce(setting, 'All') AS setting,
    coalesce(need_group, 'All') AS need_group,
    coalesce(age_band, 'All') AS age_band,
    coalesce(tier, 'All') AS tier,
    coalesce(purchase_route, 'All') AS purchase_route,
    count(*) AS lines,
    quantile_cont(price, 0.25) AS p25,
    quantile_cont(price, 0.5) AS median,
    quantile_cont(price, 0.75) AS p75,
    quantile_cont(price, 0.9) AS p90
FROM (
    SELECT *, age_band_on(as_at(), date_of_birth) AS age_band, CAST(weekly_cost AS DOUBLE) AS price
    FROM active_on(as_at())
    WHERE weekly_cost > 0
)
GROUP BY CUBE (setting, need_group, age_band, tier, purchase_route)
HAVING count(*) > 0
