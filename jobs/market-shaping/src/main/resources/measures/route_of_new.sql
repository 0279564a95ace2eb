-- Each month. Once the framework is live, also all days of these months before go-live, and all days from go-live on.
WITH started AS (
    SELECT month, placement_fact.* FROM months JOIN placement_fact ON start_date BETWEEN first_day AND last_day
    UNION ALL
    SELECT
        CASE WHEN start_date < (SELECT day FROM go_live) THEN 'Before go-live' ELSE 'After go-live' END,
        placement_fact.*
    FROM months
    JOIN placement_fact ON start_date BETWEEN first_day AND last_day
    WHERE (SELECT day FROM go_live) <= as_at()
),
new AS (
    SELECT
        month,
        coalesce(setting, 'All') AS setting,
        coalesce(purchase_route, 'All') AS purchase_route,
        count(*) AS placements,
        sum(weekly_cost) AS weekly_value
    FROM started
    GROUP BY GROUPING SETS ((month, setting, purchase_route), (month, setting), (month, purchase_route), (month))
)
SELECT
    month,
    setting,
    purchase_route,
    new.placements,
    weekly_value,
    percent(new.placements, of_all.placements) AS share_percent
FROM new
JOIN (SELECT month, setting, placements FROM new WHERE purchase_route = 'All') of_all USING (month, setting)
