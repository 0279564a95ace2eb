WITH states AS (
    SELECT * FROM (VALUES
        ('Expired', DATE '0001-01-01', as_at() - 1),
        ('Within 6 months', as_at(), CAST(as_at() + INTERVAL 6 MONTH AS DATE)),
        ('Within 12 months', as_at(), CAST(as_at() + INTERVAL 12 MONTH AS DATE))) AS t(state, first_day, last_day)
)
SELECT
    state,
    coalesce(setting, 'All') AS setting,
    coalesce(purchase_route, 'All') AS purchase_route,
    count(*) AS lines,
    sum(weekly_cost) AS weekly_value,
    count(DISTINCT person_id) AS people
FROM active_on(as_at())
JOIN states ON contract_end BETWEEN first_day AND last_day
GROUP BY GROUPING SETS ((state, setting, purchase_route), (state, setting), (state, purchase_route), (state))
