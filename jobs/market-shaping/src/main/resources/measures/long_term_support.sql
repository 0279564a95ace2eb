WITH lines AS (
    SELECT setting, person_id, 'now' AS moment FROM active_on(as_at()) WHERE long_term
    UNION ALL
    SELECT setting, person_id, 'then' FROM active_on(year_before(as_at())) WHERE long_term
),
supported AS (
    SELECT setting AS support, person_id, moment FROM lines
    UNION ALL
    SELECT 'Care homes', person_id, moment FROM lines WHERE setting IN ('Residential care', 'Nursing care')
    UNION ALL
    SELECT 'All long-term support', person_id, moment FROM lines
)
SELECT
    support,
    count(DISTINCT person_id) FILTER (moment = 'now') AS people,
    count(*) FILTER (moment = 'now') AS placements,
    percent(people, (SELECT count(DISTINCT person_id) FROM lines WHERE moment = 'now')) AS people_percent,
    count(DISTINCT person_id) FILTER (moment = 'then') AS people_year_before
FROM supported
GROUP BY support
