WITH seen AS (
    SELECT person_id, max(visit_date) AS last_seen FROM visits WHERE visit_date <= as_at() GROUP BY person_id
),
-- One row for each person in a setting, and one for the person whatever the setting.
away AS (
    SELECT
        coalesce(setting, 'All') AS setting,
        person_id,
        min(start_date) <= as_at() - INTERVAL 12 MONTH AS placed_12_months
    FROM active_on(as_at())
    WHERE accommodation AND out_of_borough
    GROUP BY GROUPING SETS ((setting, person_id), (person_id))
),
judged AS (
    SELECT away.*, last_seen, coalesce(last_seen > as_at() - INTERVAL 12 MONTH, false) AS seen_12_months
    FROM away
    LEFT JOIN seen USING (person_id)
)
SELECT
    setting,
    count(*) AS people,
    count(*) FILTER (seen_12_months) AS seen_12_months,
    percent(count(*) FILTER (seen_12_months), count(*)) AS seen_percent,
    count(*) FILTER (placed_12_months) AS placed_12_months,
    percent(count(*) FILTER (placed_12_months AND seen_12_months), count(*) FILTER (placed_12_months))
        AS seen_of_placed_12_months_percent,
    count(*) FILTER (last_seen IS NULL) AS never_seen,
    quantile_cont(CAST(as_at() - last_seen AS DOUBLE), 0.5) AS median_days_since_seen
FROM judged
GROUP BY setting
