WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
spot AS (
    SELECT
        moment,
        coalesce(setting, 'All') AS setting,
        coalesce(need_group, 'All') AS need_group,
        count(*) AS placements,
        count(*) FILTER (tier <> 'Not located') AS located,
        count(*) FILTER (out_of_borough) AS out_of_borough,
        count(*) FILTER (tier = 'Outside region') AS outside_region
    FROM placement_fact
    JOIN days ON start_date <= day AND (end_date IS NULL OR end_date >= day)
    WHERE accommodation AND purchase_route = 'Spot'
    GROUP BY GROUPING SETS ((moment, setting, need_group), (moment, setting), (moment, need_group), (moment))
)
SELECT
    setting,
    need_group,
    coalesce(n.placements, 0) AS placements,
    coalesce(n.located, 0) AS located,
    coalesce(n.out_of_borough, 0) AS out_of_borough,
    coalesce(n.outside_region, 0) AS outside_region,
    percent(n.out_of_borough, n.located) AS out_of_borough_percent,
    percent(n.outside_region, n.located) AS outside_region_percent,
    percent(t.out_of_borough, t.located) AS out_of_borough_percent_year_before,
    percent(t.outside_region, t.located) AS outside_region_percent_year_before
FROM (SELECT * FROM spot WHERE moment = 'now') n
FULL JOIN (SELECT * FROM spot WHERE moment = 'then') t USING (setting, need_group)
