WITH paid AS (
    SELECT
        month,
        coalesce(setting, 'Not classified') AS setting,
        coalesce(purchase_route, 'Not classified') AS purchase_route,
        amount
    FROM payments
    JOIN months ON payment_date BETWEEN first_day AND last_day
),
sums AS (
    SELECT
        month,
        coalesce(setting, 'All') AS setting,
        coalesce(purchase_route, 'All') AS purchase_route,
        count(*) AS payments,
        sum(amount) AS amount,
        sum(amount) FILTER (purchase_route <> 'Not classified') AS classified
    FROM paid
    GROUP BY GROUPING SETS ((month, setting, purchase_route), (month, setting), (month, purchase_route), (month))
)
SELECT
    month,
    setting,
    purchase_route,
    s.payments,
    s.amount,
    CASE WHEN purchase_route NOT IN ('All', 'Not classified') THEN percent(s.amount, whole.classified) END
        AS share_percent
FROM sums s
JOIN (SELECT month, setting, classified FROM sums WHERE purchase_route = 'All') whole USING (month, setting)
