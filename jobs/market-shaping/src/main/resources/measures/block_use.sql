WITH blocks AS (
    SELECT
        period,
        contract_id,
        coalesce(setting, 'Not recorded') AS setting,
        block_places,
        greatest(c.start_date, first_day) AS first_night,
        least(coalesce(c.end_date, last_day), last_day) AS last_night,
        -- Weekly cost of a place; unknown for an hourly or one-off price.
        coalesce(
            CASE WHEN f.units > 0 AND NOT f.by_unit THEN CAST(unit_price AS DOUBLE) * f.units / f.per_weeks END,
            CAST(annual_value AS DOUBLE) * 7 / 365 / block_places) AS weekly_price
    FROM contracts c
    JOIN periods ON c.start_date <= last_day AND coalesce(c.end_date >= first_day, true)
    JOIN cost_frequencies f ON f.cost_frequency = coalesce(c.price_frequency, 'Weekly')
    WHERE purchase_route = 'Block' AND block_places > 0
),
occupied AS (
    SELECT
        period,
        contract_id,
        sum(least(coalesce(p.end_date, last_night), last_night) - greatest(p.start_date, first_night) + 1) AS nights
    FROM blocks
    JOIN placement_fact p USING (contract_id)
    WHERE p.start_date <= last_night AND coalesce(p.end_date >= first_night, true)
    GROUP BY period, contract_id
),
nights AS (
    SELECT
        blocks.*,
        block_places * (last_night - first_night + 1) AS bought,
        coalesce(occupied.nights, 0) AS taken,
        greatest(bought - taken, 0) AS void
    FROM blocks
    LEFT JOIN occupied USING (period, contract_id)
)
SELECT
    period,
    coalesce(setting, 'All') AS setting,
    count(*) AS contracts,
    sum(block_places) AS block_places,
    sum(bought) AS bought_nights,
    sum(taken) AS occupied_nights,
    percent(sum(taken), sum(bought)) AS use_percent,
    sum(void) AS void_nights,
    sum(void * weekly_price / 7) AS void_cost,
    coalesce(sum(void) FILTER (weekly_price IS NULL), 0) AS void_nights_without_price
FROM nights
GROUP BY GROUPING SETS ((period, setting), (period))
