SELECT
    month,
    coalesce(setting, 'All') AS setting,
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
FROM months
JOIN placement_fact ON start_date <= last_day AND (end_date IS NULL OR end_date >= last_day)
WHERE accommodation
GROUP BY GROUPING SETS ((month, setting), (month))
