WITH days AS (
    SELECT 'now' AS moment, as_at() AS day
    UNION ALL
    SELECT 'then', year_before(as_at())
),
spot AS (
    SELECT
        moment,
        placement_fact.*,
        CASE
            WHEN framework_provider THEN 'Leakage'
            WHEN covered_by_a_lot THEN 'Addressable'
        END AS kind
    FROM placement_fact
    JOIN days ON start_date <= day AND (end_date IS NULL OR end_date >= day)
    WHERE purchase_route = 'Spot'
),
-- All spot lines of a setting, of either kind or of none.
all_spot AS (
    SELECT moment, coalesce(setting, 'All') AS setting, count(*) AS spot_lines
    FROM spot
    GROUP BY GROUPING SETS ((moment, setting), (moment))
),
missed AS (
    SELECT
        moment,
        kind,
        coalesce(setting, 'All') AS setting,
        count(*) AS lines,
        count(DISTINCT person_id) AS people,
        sum(weekly_cost) AS weekly_value,
        count(DISTINCT provider_id) AS providers
    FROM spot
    WHERE kind IS NOT NULL
    GROUP BY GROUPING SETS ((moment, kind, setting), (moment, kind))
),
-- A kind that a setting has on only one of the two days has no lines, and no value, on the other.
both_days AS (
    SELECT moment, kind, setting
    FROM (SELECT DISTINCT kind, setting FROM missed) CROSS JOIN days
),
filled AS (
    SELECT
        moment,
        kind,
        setting,
        coalesce(lines, 0) AS lines,
        coalesce(people, 0) AS people,
        CASE WHEN lines IS NULL THEN 0 ELSE weekly_value END AS weekly_value,
        coalesce(providers, 0) AS providers,
        percent(coalesce(lines, 0), spot_lines) AS lines_percent
    FROM both_days
    LEFT JOIN missed USING (moment, kind, setting)
    LEFT JOIN all_spot USING (moment, setting)
)
SELECT
    kind,
    setting,
    n.lines,
    n.people,
    n.weekly_value,
    n.providers,
    n.lines_percent,
    t.lines AS lines_year_before,
    t.people AS people_year_before,
    t.weekly_value AS weekly_value_year_before,
    t.providers AS providers_year_before,
    t.lines_percent AS lines_percent_year_before
FROM (SELECT * FROM filled WHERE moment = 'now') n
JOIN (SELECT * FROM filled WHERE moment = 'then') t USING (kind, setting)
