WITH moves AS (
    SELECT tier, setting, need_group, person_id, 'started' AS what, start_date AS day FROM placement_fact WHERE accommodation
    UNION ALL
    SELECT tier, setting, need_group, person_id, 'ended', end_date FROM placement_fact WHERE accommodation
),
flow AS (
    SELECT tier, setting, need_group, person_id, what, day >= first_day AS now
    FROM moves
    JOIN periods ON period = 'Last 12 months' AND (
        day BETWEEN first_day AND last_day
        OR day BETWEEN first_day_before AND last_day_before)
)
SELECT
    coalesce(tier, 'All') AS tier,
    coalesce(setting, 'All') AS setting,
    coalesce(need_group, 'All') AS need_group,
    count(*) FILTER (what = 'started' AND now) AS started_placements,
    count(DISTINCT person_id) FILTER (what = 'started' AND now) AS started_people,
    count(*) FILTER (what = 'ended' AND now) AS ended_placements,
    count(DISTINCT person_id) FILTER (what = 'ended' AND now) AS ended_people,
    count(*) FILTER (what = 'started' AND NOT now) AS started_placements_year_before,
    count(DISTINCT person_id) FILTER (what = 'started' AND NOT now) AS started_people_year_before,
    count(*) FILTER (what = 'ended' AND NOT now) AS ended_placements_year_before,
    count(DISTINCT person_id) FILTER (what = 'ended' AND NOT now) AS ended_people_year_before
FROM flow
GROUP BY CUBE (tier, setting, need_group)
HAVING count(*) > 0
