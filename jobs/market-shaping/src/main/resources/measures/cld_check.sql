WITH held AS (
    SELECT person_id, setting, 'placements' AS source FROM active_on(as_at())
    UNION ALL
    SELECT person_id, setting, 'return'
    FROM services_in_return
    WHERE starts_with(service_type, 'Long term support')
        AND event_start_date <= as_at()
        AND (last_day IS NULL OR last_day >= as_at())
),
supported AS (
    SELECT
        unnest([
            'All long-term support',
            CASE WHEN setting IN ('Residential care', 'Nursing care') THEN setting ELSE 'Community support' END
        ]) AS support,
        person_id,
        source
    FROM held
    JOIN settings USING (setting)
    WHERE long_term
),
people AS (
    SELECT
        support,
        person_id,
        bool_or(source = 'placements') AS in_placements,
        bool_or(source = 'return') AS in_return
    FROM supported
    GROUP BY support, person_id
)
SELECT
    support,
    count(*) FILTER (in_placements) AS people_in_placements,
    count(*) FILTER (in_return) AS people_in_return,
    count(*) FILTER (in_placements AND in_return) AS people_in_both,
    count(*) FILTER (NOT in_return) AS only_in_placements,
    count(*) FILTER (NOT in_placements) AS only_in_return,
    percent(count(*) FILTER (in_placements AND in_return), count(*)) AS agreement_percent
FROM people
GROUP BY support
