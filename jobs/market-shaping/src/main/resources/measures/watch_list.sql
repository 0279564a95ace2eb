-- Each placement line and open case with its reasons for being on the list, if any, and once for all reasons.
WITH items AS (
    SELECT
        person_id,
        setting,
        weekly_cost,
        [
            CASE
                WHEN 'visits' IN (SELECT input FROM inputs_supplied)
                    AND accommodation
                    AND out_of_borough
                    AND coalesce(last_seen <= year_before(as_at()), true)
                THEN 'Out of borough and unseen for 12 months'
            END,
            CASE WHEN quality = 'inadequate' THEN 'Rated Inadequate' END,
            CASE WHEN quality = 'deregistered' THEN 'No longer registered' END,
            CASE WHEN contract_end < as_at() THEN 'Contract expired' END
        ] AS reasons
    FROM active_on(as_at())
    UNION ALL
    SELECT
        person_id,
        setting,
        NULL,
        [CASE WHEN as_at() - clock_start > target THEN 'Open in brokering past target' END]
    FROM brokering_fact
    WHERE clock_start <= as_at() AND coalesce(ended_on > as_at(), true)
),
listed AS (
    SELECT person_id, setting, weekly_cost, unnest(list_append(reasons, 'All')) AS reason
    FROM items
    WHERE list_any_value(reasons) IS NOT NULL
)
SELECT
    reason,
    coalesce(setting, 'All') AS setting,
    count(DISTINCT person_id) AS people,
    count(*) AS placements,
    sum(weekly_cost) AS weekly_cost
FROM listed
WHERE reason IS NOT NULL
GROUP BY GROUPING SETS ((reason, setting), (reason))
