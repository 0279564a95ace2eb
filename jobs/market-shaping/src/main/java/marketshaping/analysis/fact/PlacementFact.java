package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.lake.TableSchema;
import marketshaping.lake.TableSchema.ColumnShape;

/**
 * The placement fact: one row per accepted placement line, with every column that measures need. Unknown values are
 * null, except need, route, tier and reason, which contain words such as Not recorded.
 *
 * <p>No join can multiply rows: each is on the key of an input, or on a subquery grouped by its join columns.
 */
public final class PlacementFact {
    public static final TableSchema SCHEMA = new TableSchema(
            "placement_fact",
            "one row per accepted placement line",
            List.of(
                    new ColumnShape("placement_id", "STRING NOT NULL", "placement number in the council's system"),
                    new ColumnShape("person", "STRING NOT NULL", "identifier hash of the person"),
                    new ColumnShape("need_group", "STRING NOT NULL", "group of the primary support reason"),
                    new ColumnShape("turns_65", "DATE", "first day of the month of the 65th birthday"),
                    new ColumnShape("setting", "STRING NOT NULL", "kind of care"),
                    new ColumnShape("accommodation", "BOOLEAN NOT NULL", "setting is accommodation with care"),
                    new ColumnShape("long_term", "BOOLEAN NOT NULL", "setting is long-term support"),
                    new ColumnShape("start_date", "DATE NOT NULL", "first day of the placement"),
                    new ColumnShape("end_date", "DATE", "last day of the placement; null while it continues"),
                    new ColumnShape("provider_id", "STRING", "supplier number of the provider in the council's system"),
                    new ColumnShape("provider_name", "STRING", "name of the provider"),
                    new ColumnShape("contract_id", "STRING", "contract that the placement names"),
                    new ColumnShape("purchase_route", "STRING NOT NULL", "how the placement is bought"),
                    new ColumnShape("contract_end", "DATE", "last day of the contract"),
                    new ColumnShape(
                            "framework_provider",
                            "BOOLEAN",
                            "provider was on a framework lot for the setting on the start date"),
                    new ColumnShape("lot_in_force", "BOOLEAN", "some lot covered the setting on the start date"),
                    new ColumnShape("weekly_cost", "DECIMAL(20,8)", "pounds per week, gross; null if unknown"),
                    new ColumnShape("one_off_cost", "DECIMAL(18,4) NOT NULL", "pounds, on the start date"),
                    new ColumnShape("host_code", "STRING", "GSS code of the council where care is given"),
                    new ColumnShape("host_name", "STRING", "name of the council where care is given"),
                    new ColumnShape("tier", "STRING NOT NULL", "how far away the care is given, or Not located"),
                    new ColumnShape("located_by", "STRING NOT NULL", "source of the location, such as CQC location"),
                    new ColumnShape("out_of_borough", "BOOLEAN NOT NULL", "located outside the borough"),
                    new ColumnShape("distance_km", "DOUBLE", "great-circle distance from the borough's centre"),
                    new ColumnShape("out_of_borough_reason", "STRING NOT NULL", "recorded reason"),
                    new ColumnShape("host_authority_notified", "BOOLEAN", "host council was notified"),
                    new ColumnShape("last_seen", "DATE", "latest visit or review of the person by the as-at date"),
                    new ColumnShape("last_seen_year_before", "DATE", "latest visit or review up to one year before"),
                    new ColumnShape("cqc_location_id", "STRING", "location number at the regulator, CQC"),
                    new ColumnShape("rating", "STRING", "overall rating of the location"),
                    new ColumnShape("rating_date", "DATE", "date the rating was published"),
                    new ColumnShape("registered_to", "DATE", "last registered day of the location; null if current"),
                    new ColumnShape("brand_name", "STRING", "group that the provider belongs to"),
                    new ColumnShape("case_id", "STRING", "brokering case that led to the placement"),
                    new ColumnShape("days_to_source", "INT", "days from complete referral to accepted offer")),
            Map.of("placement_fact_dates", "end_date IS NULL OR end_date >= start_date"));

    /**
     * The SQL query, which reads the views {@code in_<input>} and the reference views, with the named parameters of
     * {@link Views}.
     */
    static final String QUERY =
            """
            WITH
            -- From the national return, for each person: the support reason of the latest event that names one, and
            -- for each setting the cost of the latest line that has one.
            returned_reason AS (
              SELECT person, max(struct(start_date, primary_support_reason)) AS latest
              FROM returned_event WHERE primary_support_reason <> 'Unknown' GROUP BY person
            ),
            returned_cost AS (
              SELECT person, setting,
                     max(struct(start_date, unit_cost, cost_frequency, planned_units_per_week)) AS latest
              FROM returned_event
              WHERE service AND setting IS NOT NULL AND unit_cost IS NOT NULL
              GROUP BY person, setting
            ),
            costed AS (
              SELECT p.*,
                     coalesce(p.provider_id, c.provider_id) AS supplier_id,
                     coalesce(p.provider_name, c.provider_name) AS supplier_name,
                     CASE WHEN p.setting = 'Direct payment' THEN 'Direct payment'
                          ELSE coalesce(c.purchase_route, 'Not recorded') END AS purchase_route,
                     c.end_date AS contract_end,
                     coalesce(p.unit_cost, c.unit_price, t.latest.unit_cost) AS price,
                     coalesce(CASE WHEN p.unit_cost IS NOT NULL THEN p.cost_frequency
                                   WHEN c.unit_price IS NOT NULL THEN c.price_frequency
                                   ELSE t.latest.cost_frequency END, 'Weekly') AS frequency,
                     CASE WHEN coalesce(p.unit_cost, c.unit_price) IS NULL
                          THEN coalesce(p.planned_units_per_week, t.latest.planned_units_per_week)
                          ELSE p.planned_units_per_week END AS units_per_week,
                     coalesce(nullif(p.primary_support_reason, 'Unknown'), n.latest.primary_support_reason) AS reason
              FROM in_placements p
              LEFT JOIN in_contracts c ON c.contract_id = p.contract_id
              LEFT JOIN returned_reason n ON n.person = p.person_id
              LEFT JOIN returned_cost t ON t.person = p.person_id AND t.setting = p.setting
            ),
            located AS (
              SELECT l.*, coalesce(n.code, l.given_code) AS host_code
              FROM (
                SELECT p.*,
                       k.latitude, k.longitude,
                       q.overall_rating, q.rating_date, q.registered_to, q.brand_name,
                       coalesce(k.authority, p.placement_local_authority,
                                CASE WHEN array_contains(:care_homes, p.setting) THEN q.authority END) AS given_code,
                       CASE WHEN k.authority IS NOT NULL THEN 'Delivery postcode'
                            WHEN p.placement_local_authority IS NOT NULL THEN 'Stated authority'
                            WHEN array_contains(:care_homes, p.setting) AND q.authority IS NOT NULL THEN 'CQC location'
                            ELSE 'Not located' END AS located_by
                FROM costed p
                LEFT JOIN in_postcodes k ON k.postcode = p.delivery_postcode
                LEFT JOIN in_providers q ON q.location_id = p.cqc_location_id
              ) l
              LEFT JOIN council_code n ON n.given = l.given_code
            ),
            -- Periods in which each provider was on a lot for each setting, and in which any lot covered the setting.
            membership AS (
              SELECT m.provider_id, l.setting,
                     collect_list(struct(greatest(m.from_date, l.from_date) AS first_day,
                                         least(coalesce(m.to_date, DATE'9999-12-31'), coalesce(l.to_date, DATE'9999-12-31')) AS last_day)) AS spans
              FROM in_framework_memberships m JOIN in_framework_lots l ON l.framework = m.framework AND l.lot = m.lot
              GROUP BY m.provider_id, l.setting
            ),
            lot AS (
              SELECT setting, collect_list(struct(from_date AS first_day, coalesce(to_date, DATE'9999-12-31') AS last_day)) AS spans
              FROM in_framework_lots GROUP BY setting
            ),
            seen AS (
              SELECT person_id,
                     max(visit_date) AS last_seen,
                     max(visit_date) FILTER (WHERE visit_date <= :year_before) AS last_seen_year_before
              FROM in_visits WHERE visit_date <= :as_at GROUP BY person_id
            ),
            -- If several cases name one placement, the one sourced last led to it.
            led AS (
              SELECT placement_id,
                     max(struct(sourced_date, case_id, datediff(sourced_date, coalesce(complete_referral_date, referral_date)) AS days)) AS latest
              FROM in_brokering WHERE placement_id IS NOT NULL AND sourced_date IS NOT NULL GROUP BY placement_id
            )
            SELECT p.placement_id,
                   p.person_id AS person,
                   coalesce(r.need_group, 'Not recorded') AS need_group,
                   add_months(p.date_of_birth, 65 * 12) AS turns_65,
                   p.setting,
                   s.accommodation,
                   s.long_term,
                   p.start_date,
                   p.end_date,
                   p.supplier_id AS provider_id,
                   p.supplier_name AS provider_name,
                   p.contract_id,
                   p.purchase_route,
                   p.contract_end,
                   CASE WHEN :frameworks_known
                        THEN coalesce(exists(m.spans, x -> p.start_date BETWEEN x.first_day AND x.last_day), false) END AS framework_provider,
                   CASE WHEN :frameworks_known
                        THEN coalesce(exists(o.spans, x -> p.start_date BETWEEN x.first_day AND x.last_day), false) END AS lot_in_force,
                   CAST(CAST(p.price * CASE WHEN f.by_unit THEN p.units_per_week ELSE 1 END AS DECIMAL(26,8))
                        * CAST(f.units AS DECIMAL(3,0)) / CAST(f.per_weeks AS DECIMAL(3,0)) AS DECIMAL(20,8)) AS weekly_cost,
                   CAST(CASE WHEN p.frequency = 'One-off' THEN coalesce(p.price, 0) ELSE 0 END AS DECIMAL(18,4)) AS one_off_cost,
                   p.host_code,
                   coalesce(h.name, p.host_code) AS host_name,
                   CASE WHEN p.host_code IS NULL THEN 'Not located'
                        WHEN p.host_code = :council THEN 'In borough'
                        WHEN array_contains(:partners, p.host_code) THEN 'Partner area'
                        WHEN h.region = :region THEN 'Rest of region'
                        ELSE 'Outside region' END AS tier,
                   p.located_by,
                   coalesce(p.host_code <> :council, false) AS out_of_borough,
                   -- In the directory, latitude 99.999999 means that the postcode has no location.
                   CASE WHEN p.latitude BETWEEN -90 AND 90 THEN 2 * 6371.0088 * asin(sqrt(
                       pow(sin(radians(p.latitude - :latitude) / 2), 2)
                       + cos(radians(:latitude)) * cos(radians(p.latitude)) * pow(sin(radians(p.longitude - :longitude) / 2), 2)))
                   END AS distance_km,
                   coalesce(p.out_of_borough_reason, 'Not recorded') AS out_of_borough_reason,
                   p.host_authority_notified,
                   v.last_seen,
                   v.last_seen_year_before,
                   p.cqc_location_id,
                   p.overall_rating AS rating,
                   p.rating_date,
                   p.registered_to,
                   p.brand_name,
                   b.latest.case_id AS case_id,
                   b.latest.days AS days_to_source
            FROM located p
            JOIN setting_list s ON s.setting = p.setting
            JOIN cost_frequency f ON f.cost_frequency = p.frequency
            LEFT JOIN support_reason r ON r.primary_support_reason = p.reason
            LEFT JOIN council h ON h.code = p.host_code
            LEFT JOIN membership m ON m.provider_id = p.supplier_id AND m.setting = p.setting
            LEFT JOIN lot o ON o.setting = p.setting
            LEFT JOIN seen v ON v.person_id = p.person_id
            LEFT JOIN led b ON b.placement_id = p.placement_id
            """;

    private PlacementFact() {}
}
