SELECT
    coalesce(setting, 'All') AS setting,
    coalesce(need_group, 'All') AS need_group,
    count(distance_km) AS placements,
    quantile_cont(distance_km, 0.5) AS median_km,
    quantile_cont(distance_km, 0.9) AS p90_km,
    max(distance_km) AS max_km,
    count(*) FILTER (distance_km > 32) AS beyond_32_km,
    percent(count(*) FILTER (distance_km > 32), count(distance_km)) AS beyond_32_km_percent,
    count(*) FILTER (distance_km IS NULL) AS without_distance
FROM active_on(as_at())
WHERE accommodation
GROUP BY CUBE (setting, need_group)
HAVING count(*) > 0
