SELECT
    coalesce(tier, 'All') AS tier,
    coalesce(host_code, 'All') AS host_code,
    coalesce(host_name, 'All') AS host_name,
    count(DISTINCT person_id) AS people,
    count(*) AS placements,
    sum(weekly_cost) AS weekly_cost,
    percent(
        count(*) FILTER (out_of_borough AND host_authority_notified),
        count(*) FILTER (out_of_borough AND host_authority_notified IS NOT NULL)) AS notified_percent,
    count(*) FILTER (out_of_borough AND host_authority_notified) AS notified,
    count(*) FILTER (out_of_borough AND host_authority_notified IS NULL) AS notification_not_recorded,
    count(*) FILTER (quality = 'outstanding') AS outstanding,
    count(*) FILTER (quality = 'good') AS good,
    count(*) FILTER (quality = 'requires improvement') AS requires_improvement,
    count(*) FILTER (quality = 'inadequate') AS inadequate,
    count(*) FILTER (quality = 'not rated') AS not_rated,
    count(*) FILTER (quality = 'deregistered') AS deregistered
FROM active_on(as_at())
WHERE accommodation
GROUP BY GROUPING SETS ((tier, host_code, host_name), (tier), ())
HAVING count(*) > 0
