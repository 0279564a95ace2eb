WITH latest_months AS (
    SELECT * FROM months ORDER BY first_day DESC LIMIT 12
),
committed AS (
    SELECT
        month,
        coalesce(provider_id, 'Not recorded') AS provider_id,
        sum(coalesce(weekly_cost, 0)
            * (least(coalesce(end_date, last_day), last_day) - greatest(start_date, first_day) + 1)
            + CASE WHEN start_date >= first_day THEN 7 * coalesce(cost_once, 0) ELSE 0 END) AS seven_times
    FROM placement_fact
    JOIN latest_months ON start_date <= last_day AND coalesce(end_date >= first_day, true)
    GROUP BY ALL
),
known_providers AS (
    SELECT provider_id FROM placement_fact UNION SELECT provider_id FROM contracts
),
paid AS (
    SELECT month, coalesce(supplier_id, 'Not recorded') AS provider_id, sum(amount) AS amount
    FROM payments
    JOIN latest_months ON payment_date BETWEEN first_day AND last_day
    WHERE setting IS NOT NULL
        OR purchase_route IS NOT NULL
        OR supplier_id IN (SELECT provider_id FROM known_providers WHERE provider_id IS NOT NULL)
    GROUP BY ALL
),
names AS (
    SELECT provider_id, coalesce(max(placed), max(contracted), max(paid)) AS provider_name
    FROM (
        SELECT provider_id, provider_name AS placed, NULL AS contracted, NULL AS paid FROM placement_fact
        UNION ALL
        SELECT provider_id, NULL, provider_name, NULL FROM contracts
        UNION ALL
        SELECT supplier_id, NULL, NULL, supplier_name FROM payments
    )
    GROUP BY provider_id
),
accounts AS (
    SELECT
        month,
        provider_id,
        coalesce(seven_times, 0) AS seven_times,
        coalesce(amount, 0) AS amount,
        CASE
            WHEN seven_times <> 0 AND amount <> 0 THEN 'Matched'
            WHEN amount <> 0 THEN 'Only paid'
            WHEN seven_times <> 0 THEN 'Only committed'
        END AS found
    FROM committed
    FULL JOIN paid USING (month, provider_id)
    WHERE seven_times <> 0 OR amount <> 0
)
SELECT
    month,
    provider_id,
    coalesce(provider_name, 'Not recorded') AS provider_name,
    CAST(seven_times AS DOUBLE) / 7 AS committed,
    CAST(amount AS DOUBLE) AS paid,
    paid - committed AS difference,
    found AS state,
    CAST(found = 'Matched' AS BIGINT) AS matched_providers,
    CAST(found = 'Only paid' AS BIGINT) AS only_paid_providers,
    CAST(found = 'Only committed' AS BIGINT) AS only_committed_providers
FROM accounts
LEFT JOIN names USING (provider_id)
UNION ALL
SELECT
    month,
    'All',
    'All',
    CAST(sum(seven_times) AS DOUBLE) / 7 AS committed,
    CAST(sum(amount) AS DOUBLE) AS paid,
    paid - committed,
    'All',
    count(*) FILTER (found = 'Matched'),
    count(*) FILTER (found = 'Only paid'),
    count(*) FILTER (found = 'Only committed')
FROM accounts
GROUP BY month
