WITH flow AS (
    SELECT
        tier, setting, person_id,
        start_date BETWEEN first_day AND last_day AS started,
        coalesce(end_date BETWEEN first_day AND last_day, false) AS ended
    FROM placement_fact, periods
    WHERE period = 'Last 12 months' AND accommodation
)
SELECT
    coalesce(tier, 'All') AS tier,
    coalesce(setting, 'All') AS setting,
    count(*) FILTER (started) AS started_placements,
    count(DISTINCT person_id) FILTER (started) AS started_people,
    count(*) FILTER (ended) AS ended_placements,
    count(DISTINCT person_id) FILTER (ended) AS ended_people
FROM flow
WHERE started OR ended
GROUP BY CUBE (tier, setting)
HAVING count(*) > 0
