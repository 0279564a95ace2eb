WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
away AS (
    SELECT
        moment,
        coalesce(out_of_borough_reason, 'All') AS reason,
        coalesce(setting, 'All') AS setting,
        count(DISTINCT person_id) AS people,
        count(*) AS placements,
        count(*) FILTER (out_of_borough_reason <> 'Not recorded') AS recorded,
        sum(weekly_cost) AS weekly_cost
    FROM placement_fact
    JOIN days ON start_date <= day AND (end_date IS NULL OR end_date >= day)
    WHERE accommodation AND out_of_borough
    GROUP BY GROUPING SETS (
        (moment, out_of_borough_reason, setting), (moment, out_of_borough_reason), (moment, setting), (moment))
),
here_now AS (
    SELECT setting, placements, recorded FROM away WHERE moment = 'now' AND reason = 'All'
)
SELECT
    reason,
    setting,
    coalesce(n.people, 0) AS people,
    coalesce(n.placements, 0) AS placements,
    CASE
        WHEN reason = 'Not recorded' THEN NULL
        WHEN reason = 'All' THEN percent(h.recorded, h.recorded)
        ELSE percent(coalesce(n.placements, 0), h.recorded)
    END AS share_percent,
    CASE reason
        WHEN 'All' THEN 'All'
        WHEN 'No local capacity' THEN 'Yes'
        WHEN 'Not recorded' THEN 'Not known'
        ELSE 'No'
    END AS avoidable,
    n.weekly_cost,
    coalesce(t.placements, 0) AS placements_year_before
FROM (SELECT * FROM away WHERE moment = 'now') n
FULL JOIN (SELECT * FROM away WHERE moment = 'then') t USING (reason, setting)
LEFT JOIN here_now h USING (setting)
