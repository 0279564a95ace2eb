WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
-- One row per person and setting, and one per person for all settings.
away AS (
    SELECT
        moment,
        day,
        coalesce(setting, 'All') AS setting,
        person_id,
        min(start_date) <= year_before(day) AS placed_12_months
    FROM placement_fact
    JOIN days ON start_date <= day AND (end_date IS NULL OR end_date >= day)
    WHERE accommodation AND out_of_borough
    GROUP BY GROUPING SETS ((moment, day, setting, person_id), (moment, day, person_id))
),
-- People seen on or before the day.
seen AS (
    SELECT moment, person_id, max(visit_date) AS last_seen
    FROM visits
    JOIN days ON visit_date <= day
    GROUP BY moment, person_id
),
checked AS (
    SELECT away.*, last_seen, coalesce(last_seen > year_before(day), false) AS seen_12_months
    FROM away
    LEFT JOIN seen USING (moment, person_id)
),
oversight AS (
    SELECT
        moment,
        setting,
        count(*) AS people,
        count(*) FILTER (seen_12_months) AS seen_12_months,
        count(*) FILTER (placed_12_months) AS placed_12_months,
        count(*) FILTER (placed_12_months AND seen_12_months) AS seen_of_placed_12_months,
        count(*) FILTER (last_seen IS NULL) AS never_seen,
        quantile_cont(CAST(day - last_seen AS DOUBLE), 0.5) AS median_days_since_seen
    FROM checked
    GROUP BY moment, setting
)
SELECT
    setting,
    coalesce(n.people, 0) AS people,
    coalesce(n.seen_12_months, 0) AS seen_12_months,
    percent(n.seen_12_months, n.people) AS seen_percent,
    coalesce(n.placed_12_months, 0) AS placed_12_months,
    percent(n.seen_of_placed_12_months, n.placed_12_months) AS seen_of_placed_12_months_percent,
    coalesce(n.never_seen, 0) AS never_seen,
    n.median_days_since_seen,
    coalesce(t.people, 0) AS people_year_before,
    coalesce(t.seen_12_months, 0) AS seen_12_months_year_before,
    percent(t.seen_12_months, t.people) AS seen_percent_year_before,
    coalesce(t.placed_12_months, 0) AS placed_12_months_year_before,
    percent(t.seen_of_placed_12_months, t.placed_12_months) AS seen_of_placed_12_months_percent_year_before,
    coalesce(t.never_seen, 0) AS never_seen_year_before,
    t.median_days_since_seen AS median_days_since_seen_year_before
FROM (SELECT * FROM oversight WHERE moment = 'now') n
FULL JOIN (SELECT * FROM oversight WHERE moment = 'then') t USING (setting)
