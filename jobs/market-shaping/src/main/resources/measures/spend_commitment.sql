WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
-- The shares cover only the routes that a commissioner chooses between.
commitment AS (
    SELECT
        moment,
        coalesce(setting, 'All') AS setting,
        coalesce(need_group, 'All') AS need_group,
        coalesce(purchase_route, 'All') AS purchase_route,
        count(DISTINCT person_id) AS people,
        count(*) AS placements,
        sum(weekly_cost) AS weekly,
        count(*) FILTER (weekly_cost IS NULL) AS placements_without_cost,
        percent(
            coalesce(sum(weekly_cost) FILTER (purchase_route = 'Spot'), 0),
            sum(weekly_cost) FILTER (purchase_route IN ('Spot', 'Framework', 'Dynamic purchasing system', 'Block')))
            AS spot_value,
        percent(
            count(*) FILTER (purchase_route = 'Spot'),
            count(*) FILTER (purchase_route IN ('Spot', 'Framework', 'Dynamic purchasing system', 'Block')))
            AS spot_placements
    FROM placement_fact
    JOIN days ON start_date <= day AND (end_date IS NULL OR end_date >= day)
    GROUP BY GROUPING SETS (
        (moment, setting, need_group, purchase_route),
        (moment, setting, need_group), (moment, setting, purchase_route), (moment, need_group, purchase_route),
        (moment, setting), (moment, need_group), (moment, purchase_route), (moment))
)
SELECT
    setting,
    need_group,
    purchase_route,
    coalesce(n.people, 0) AS people,
    coalesce(n.placements, 0) AS placements,
    n.weekly AS weekly_commitment,
    CAST(n.weekly AS DOUBLE) * 365 / 7 AS annual_commitment,
    CASE WHEN purchase_route = 'All' THEN n.spot_value END AS spot_share_percent,
    CASE WHEN purchase_route = 'All' THEN n.spot_placements END AS spot_share_placements_percent,
    coalesce(n.placements_without_cost, 0) AS placements_without_cost,
    t.weekly AS weekly_commitment_year_before,
    CASE WHEN purchase_route = 'All' THEN t.spot_value END AS spot_share_percent_year_before,
    CASE WHEN purchase_route = 'All' THEN t.spot_placements END AS spot_share_placements_percent_year_before
FROM (SELECT * FROM commitment WHERE moment = 'now') n
FULL JOIN (SELECT * FROM commitment WHERE moment = 'then') t USING (setting, need_group, purchase_route)
