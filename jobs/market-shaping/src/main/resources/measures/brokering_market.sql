SELECT
    coalesce(setting, 'All') AS setting,
    count(*) AS cases,
    sum(f.offers_sought) AS offers_sought,
    sum(f.offers_received) AS offers_received,
    avg(f.offers_sought) AS mean_offers_sought,
    avg(f.offers_received) AS mean_offers_received,
    count(*) FILTER (f.offers_received >= 2) AS two_or_more_offers,
    percent(count(*) FILTER (f.offers_received >= 2), count(f.offers_received)) AS two_or_more_offers_percent,
    count(*) FILTER (f.offers_sought = 1) AS single_provider,
    percent(count(*) FILTER (f.offers_sought = 1), count(f.offers_sought)) AS single_provider_percent,
    count(*) FILTER (f.offers_sought IS NULL) AS sought_not_recorded,
    count(*) FILTER (f.offers_received IS NULL) AS received_not_recorded
FROM brokering_fact f
JOIN periods ON sourced_date BETWEEN first_day AND last_day
WHERE period = 'Last 12 months'
GROUP BY CUBE (setting)
HAVING count(*) > 0
