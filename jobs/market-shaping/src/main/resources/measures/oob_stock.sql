SELECT
    coalesce(setting, 'All') AS setting,
    coalesce(need_group, 'All') AS need_group,
    coalesce(age_band, 'All') AS age_band,
    coalesce(purchase_route, 'All') AS purchase_route,
    count(DISTINCT person_id) AS people,
    count(*) AS placements,
    count(*) FILTER (tier = 'In borough') AS in_borough,
    count(*) FILTER (tier = 'Partner area') AS partner_area,
    count(*) FILTER (tier = 'Rest of region') AS rest_of_region,
    count(*) FILTER (tier = 'Outside region') AS outside_region,
    count(*) FILTER (tier = 'Not located') AS not_located,
    count(*) FILTER (out_of_borough) AS out_of_borough,
    percent(count(*) FILTER (out_of_borough), count(*) FILTER (tier <> 'Not located')) AS out_of_borough_percent,
    percent(count(*) FILTER (tier = 'Outside region'), count(*) FILTER (tier <> 'Not located'))
        AS outside_region_percent,
    count(DISTINCT person_id) FILTER (out_of_borough) AS people_out_of_borough,
    sum(weekly_cost) AS weekly_cost,
    count(*) FILTER (weekly_cost IS NULL) AS placements_without_cost
FROM (SELECT *, age_band_on(as_at(), date_of_birth) AS age_band FROM active_on(as_at()) WHERE accommodation)
GROUP BY CUBE (setting, need_group, age_band, purchase_route)
HAVING count(*) > 0
