-- Great-circle distance in kilometres between two points, by the haversine formula with the mean radius of the Earth.
CREATE MACRO km_between(latitude, longitude, other_latitude, other_longitude) AS
    2 * 6371.0088 * asin(least(1, sqrt(
        pow(sin(radians(other_latitude - latitude) / 2), 2)
        + cos(radians(latitude)) * cos(radians(other_latitude))
            * pow(sin(radians(other_longitude - longitude) / 2), 2))));

CREATE TABLE placement_fact AS
WITH seen AS (
    SELECT person_id, max(visit_date) AS last_seen FROM visits WHERE visit_date <= as_at() GROUP BY person_id
),
enriched AS (
    SELECT
        p.placement_id,
        p.person_id,
        p.setting,
        p.start_date,
        p.end_date,
        coalesce(p.provider_id, c.provider_id) AS provider_id,
        coalesce(p.provider_name, c.provider_name) AS provider_name,
        p.contract_id,
        c.end_date AS contract_end,
        coalesce(p.out_of_borough_reason, 'Not recorded') AS out_of_borough_reason,
        p.host_authority_notified,
        -- The directory's details of the location named on the line.
        l.brand_name,
        CASE
            WHEN l.registered_to < as_at() THEN 'deregistered'
            WHEN l.overall_rating = 'Outstanding' THEN 'outstanding'
            WHEN l.overall_rating = 'Good' THEN 'good'
            WHEN l.overall_rating = 'Requires improvement' THEN 'requires improvement'
            WHEN l.overall_rating = 'Inadequate' THEN 'inadequate'
            ELSE 'not rated'
        END AS quality,
        v.last_seen,
        -- The directory writes a latitude of 99.999999 for a postcode without coordinates.
        CASE
            WHEN abs(d.latitude) <= 90 AND d.longitude IS NOT NULL
            THEN km_between(
                (SELECT latitude FROM council), (SELECT longitude FROM council), d.latitude, d.longitude)
        END AS distance_km,
        p.date_of_birth,
        s.accommodation,
        s.long_term,
        r.need_group,
        CASE
            WHEN p.setting = 'Direct payment' THEN 'Direct payment'
            ELSE coalesce(c.purchase_route, 'Not recorded')
        END AS purchase_route,
        coalesce(
            d.authority,
            p.placement_local_authority,
            CASE WHEN p.setting IN ('Residential care', 'Nursing care') THEN l.authority END) AS authority,
        coalesce(p.unit_cost, c.unit_price, k.unit_cost) AS unit_cost,
        coalesce(
            CASE
                WHEN p.unit_cost IS NOT NULL THEN p.cost_frequency
                WHEN c.unit_price IS NOT NULL THEN c.price_frequency
                ELSE k.cost_frequency
            END,
            'Weekly') AS cost_frequency,
        coalesce(
            p.planned_units_per_week,
            CASE WHEN coalesce(p.unit_cost, c.unit_price) IS NULL THEN k.planned_units_per_week END)
            AS planned_units_per_week
    FROM placements p
    JOIN settings s ON s.setting = p.setting
    LEFT JOIN contracts c ON c.contract_id = p.contract_id
    LEFT JOIN reason_in_return n ON n.person_id = p.person_id
    -- The expressions above decide whether this cost is used. As a join condition, that would make DuckDB compare
    -- every pair of rows.
    LEFT JOIN cost_in_return k ON k.person_id = p.person_id AND k.setting = p.setting
    LEFT JOIN primary_support_reasons r
        ON r.primary_support_reason
            = coalesce(nullif(p.primary_support_reason, 'Unknown'), n.primary_support_reason, 'Unknown')
    LEFT JOIN postcodes d ON d.postcode = p.delivery_postcode
    LEFT JOIN providers l ON l.location_id = p.cqc_location_id
    LEFT JOIN seen v ON v.person_id = p.person_id
),
-- The council that is responsible for adult social care where the placement is: of a district, its county.
responsible AS (
    SELECT e.* EXCLUDE (authority), coalesce(nullif(c.upper_tier, ''), e.authority) AS authority
    FROM enriched e
    LEFT JOIN councils c ON c.code = e.authority
),
located AS (
    SELECT
        *,
        CASE
            WHEN authority IS NULL THEN 'Not located'
            WHEN authority = (SELECT code FROM council) THEN 'In borough'
            WHEN authority IN (SELECT code FROM partners) THEN 'Partner area'
            WHEN authority IN (SELECT code FROM councils WHERE region = (SELECT region FROM council)) THEN 'Rest of region'
            ELSE 'Outside region'
        END AS tier
    FROM responsible
)
SELECT
    e.*,
    e.tier NOT IN ('In borough', 'Not located') AS out_of_borough,
    coalesce(authority, 'Not located') AS host_code,
    coalesce(h.name, authority, 'Not located') AS host_name,
    CAST(round(
        CAST(e.unit_cost * CASE WHEN f.by_unit THEN e.planned_units_per_week ELSE 1 END AS DOUBLE) * f.units / f.per_weeks,
        8) AS DECIMAL(28, 8)) AS weekly_cost,
    -- A one-off cost falls entirely on the first day.
    CASE WHEN e.cost_frequency = 'One-off' THEN e.unit_cost END AS cost_once,
    member.yes AS framework_provider,
    covered.yes AS covered_by_a_lot
FROM located e
JOIN cost_frequencies f ON f.cost_frequency = e.cost_frequency
LEFT JOIN councils h ON h.code = e.authority
LEFT JOIN (
    SELECT DISTINCT placement_id, true AS yes
    FROM located
    JOIN framework_memberships m
        ON m.provider_id = located.provider_id
        AND located.start_date BETWEEN m.from_date AND coalesce(m.to_date, DATE '9999-12-31')
    JOIN framework_lots t
        ON t.framework = m.framework
        AND t.lot = m.lot
        AND t.setting = located.setting
        AND located.start_date BETWEEN t.from_date AND coalesce(t.to_date, DATE '9999-12-31')
) member USING (placement_id)
LEFT JOIN (
    SELECT DISTINCT placement_id, true AS yes
    FROM located
    JOIN framework_lots t
        ON t.setting = located.setting
        AND located.start_date BETWEEN t.from_date AND coalesce(t.to_date, DATE '9999-12-31')
) covered USING (placement_id);

-- Placement lines that are active on a day. Their quality and last visit are always as at the as-at date.
CREATE MACRO active_on(day) AS TABLE
SELECT * FROM placement_fact WHERE start_date <= day AND (end_date IS NULL OR end_date >= day);

CREATE MACRO age_on(day, born) AS
    year(day) - year(born) - CASE WHEN month(day) < month(born) THEN 1 ELSE 0 END;

CREATE MACRO age_band_on(day, born) AS CASE
    WHEN age_on(day, born) >= 65 THEN '65 and over'
    WHEN age_on(day, born) >= 18 THEN '18 to 64'
    ELSE 'Not recorded'
    END;

CREATE MACRO percent(part, whole) AS 100.0 * CAST(part AS DOUBLE) / nullif(CAST(whole AS DOUBLE), 0);
