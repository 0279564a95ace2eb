-- The product's setting, from the first matching line. Only services have one. A component that is not in the list is a
-- service of another kind, although the cell itself cannot be used.
CREATE MACRO setting_of(event, type, component, delivery, component_text) AS CASE
    WHEN event IN ('Request', 'Assessment', 'Review') THEN NULL
    WHEN component = 'Direct payment' THEN 'Direct payment'
    WHEN delivery = 'Direct payment' AND type = 'Long term support: Community' THEN 'Direct payment'
    WHEN contains(lower(component), 'respite') THEN 'Respite'
    WHEN component IN ('Short term nursing care', 'Short term residential care') THEN 'Respite'
    WHEN component = 'Long term nursing care' THEN 'Nursing care'
    WHEN component = 'Long term residential care' THEN 'Residential care'
    WHEN component = 'Community supported living' THEN 'Supported living'
    WHEN component = 'Extra care housing' THEN 'Extra care'
    WHEN component = 'Shared Lives' THEN 'Shared Lives'
    WHEN starts_with(component, 'Home support') THEN 'Home care'
    WHEN component = 'Day support' THEN 'Day support'
    WHEN type = 'Long term support: Nursing care' THEN 'Nursing care'
    WHEN type = 'Long term support: Residential care' THEN 'Residential care'
    WHEN component_text IS NOT NULL THEN 'Other'
    END;

CREATE TABLE client_level_data_read AS
SELECT
    *,
    setting_of(event_type, service_type, service_component, delivery_mechanism, t_service_component) AS setting,
    [
        violation_if_empty('la_person_unique_identifier', la_person_unique_identifier),
        violation_if_empty('event_type', t_event_type),
        violation_if_unknown_code('event_type', t_event_type, event_type),
        violation_if_empty('event_start_date', t_event_start_date),
        violation_if_no_date('event_start_date', t_event_start_date),
        violation_if_before('event_end_date', event_end_date, 'event_start_date', event_start_date)
    ] AS violations
FROM (
    SELECT
        file, row,
        la_code, la_person_unique_identifier, accommodation_status, client_funding_status, event_reference,
        event_outcome, review_reason,
        upper(provider_cqc_location_id) AS provider_cqc_location_id,
        day_of(reporting_period_start_date) AS reporting_period_start_date,
        day_of(reporting_period_end_date) AS reporting_period_end_date,
        day_of(date_of_birth) AS date_of_birth,
        day_of(date_of_death) AS date_of_death,
        code_of('client_type', client_type) AS client_type,
        code_of('primary_support_reason', primary_support_reason) AS primary_support_reason,
        code_of('event_type', event_type) AS event_type,
        day_of(event_start_date) AS event_start_date,
        day_of(event_end_date) AS event_end_date,
        code_of('service_type', service_type) AS service_type,
        code_of('service_component', service_component) AS service_component,
        code_of('delivery_mechanism', delivery_mechanism) AS delivery_mechanism,
        CASE WHEN cost_frequency IS NULL OR code_of('cost_frequency', cost_frequency) IS NOT NULL THEN money_of(unit_cost) END AS unit_cost,
        code_of('cost_frequency', cost_frequency) AS cost_frequency,
        number_of(planned_units_per_week) AS planned_units_per_week,
        reporting_period_start_date AS t_reporting_period_start_date,
        reporting_period_end_date AS t_reporting_period_end_date,
        date_of_birth AS t_date_of_birth,
        date_of_death AS t_date_of_death,
        client_type AS t_client_type,
        primary_support_reason AS t_primary_support_reason,
        event_type AS t_event_type,
        event_start_date AS t_event_start_date,
        event_end_date AS t_event_end_date,
        service_type AS t_service_type,
        service_component AS t_service_component,
        delivery_mechanism AS t_delivery_mechanism,
        unit_cost AS t_unit_cost,
        cost_frequency AS t_cost_frequency,
        planned_units_per_week AS t_planned_units_per_week
    FROM client_level_data_records
);
