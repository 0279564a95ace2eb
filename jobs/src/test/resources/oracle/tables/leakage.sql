WITH spot AS (
    SELECT
        *,
        CASE
            WHEN framework_provider THEN 'Leakage'
            WHEN covered_by_a_lot THEN 'Addressable'
        END AS kind
    FROM active_on(as_at())
    WHERE purchase_route = 'Spot'
)
SELECT
    kind,
    setting,
    l.lines,
    people,
    weekly_value,
    providers,
    percent(l.lines, s.lines) AS lines_percent
FROM (
    SELECT
        kind,
        coalesce(setting, 'All') AS setting,
        count(*) AS lines,
        count(DISTINCT person_id) AS people,
        sum(weekly_cost) AS weekly_value,
        count(DISTINCT provider_id) AS providers
    FROM spot
    WHERE kind IS NOT NULL
    GROUP BY GROUPING SETS ((kind, setting), (kind))
) l
JOIN (
    SELECT coalesce(setting, 'All') AS setting, count(*) AS lines FROM spot GROUP BY CUBE (setting)
) s USING (setting)
