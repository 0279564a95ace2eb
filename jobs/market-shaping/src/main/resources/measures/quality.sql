WITH states AS (
    SELECT * FROM (VALUES
        ('deregistered', 1),
        ('inadequate', 2),
        ('requires improvement', 3),
        ('not rated', 4),
        ('good', 5),
        ('outstanding', 6)) AS t(quality, from_worst)
),
lines AS (
    SELECT * FROM active_on(as_at()) JOIN states USING (quality) WHERE setting <> 'Direct payment'
),
-- A person with lines of several ratings in a cell counts once, under the worst.
people AS (
    SELECT
        coalesce(tier, 'All') AS tier,
        coalesce(purchase_route, 'All') AS purchase_route,
        person_id,
        min(from_worst) AS from_worst
    FROM lines
    GROUP BY GROUPING SETS (
        (tier, purchase_route, person_id), (tier, person_id), (purchase_route, person_id), (person_id))
),
providers AS (
    SELECT
        coalesce(tier, 'All') AS tier,
        coalesce(purchase_route, 'All') AS purchase_route,
        provider_id,
        min(from_worst) AS from_worst
    FROM lines
    WHERE provider_id IS NOT NULL
    GROUP BY GROUPING SETS (
        (tier, purchase_route, provider_id), (tier, provider_id), (purchase_route, provider_id), (provider_id))
),
amounts AS (
    SELECT 'People' AS basis, tier, purchase_route, from_worst, 1 AS amount FROM people
    UNION ALL
    SELECT 'Providers', tier, purchase_route, from_worst, 1 FROM providers
    UNION ALL
    SELECT
        'Weekly value',
        coalesce(tier, 'All'),
        coalesce(purchase_route, 'All'),
        from_worst,
        coalesce(sum(weekly_cost), 0)
    FROM lines
    GROUP BY GROUPING SETS (
        (tier, purchase_route, from_worst), (tier, from_worst), (purchase_route, from_worst), (from_worst))
),
mix AS (
    SELECT
        basis,
        tier,
        purchase_route,
        coalesce(sum(amount) FILTER (quality = 'outstanding'), 0) AS outstanding,
        coalesce(sum(amount) FILTER (quality = 'good'), 0) AS good,
        coalesce(sum(amount) FILTER (quality = 'requires improvement'), 0) AS requires_improvement,
        coalesce(sum(amount) FILTER (quality = 'inadequate'), 0) AS inadequate,
        coalesce(sum(amount) FILTER (quality = 'not rated'), 0) AS not_rated,
        coalesce(sum(amount) FILTER (quality = 'deregistered'), 0) AS deregistered
    FROM amounts
    JOIN states USING (from_worst)
    GROUP BY basis, tier, purchase_route
)
SELECT
    *,
    percent(outstanding + good, outstanding + good + requires_improvement + inadequate) AS good_or_outstanding_percent
FROM mix
