SELECT *, 100 * (spot_median / framework_median - 1) AS premium_percent
FROM (
    SELECT
        setting,
        coalesce(need_group, 'All') AS need_group,
        coalesce(age_band, 'All') AS age_band,
        count(*) FILTER (purchase_route = 'Spot') AS spot_lines,
        count(*) FILTER (purchase_route = 'Framework') AS framework_lines,
        quantile_cont(price, 0.5) FILTER (purchase_route = 'Spot') AS spot_median,
        quantile_cont(price, 0.5) FILTER (purchase_route = 'Framework') AS framework_median
    FROM (
        SELECT *, age_band_on(as_at(), date_of_birth) AS age_band, CAST(weekly_cost AS DOUBLE) AS price
        FROM active_on(as_at())
        WHERE weekly_cost > 0
    )
    GROUP BY setting, CUBE (need_group, age_band)
)
WHERE spot_lines >= 8 AND framework_lines >= 8
