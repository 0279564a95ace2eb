CREATE TABLE placements_read AS
SELECT
    file, row,
    placement_id, person_id, provider_id, provider_name, contract_id,
    day_of(date_of_birth) AS date_of_birth,
    code_of('primary_support_reason', primary_support_reason) AS primary_support_reason,
    code_of('setting', setting) AS setting,
    day_of(start_date) AS start_date,
    day_of(end_date) AS end_date,
    upper(cqc_location_id) AS cqc_location_id,
    postcode_of(delivery_postcode) AS delivery_postcode,
    council_of(placement_local_authority) AS placement_local_authority,
    CASE WHEN cost_frequency IS NULL OR code_of('cost_frequency', cost_frequency) IS NOT NULL THEN money_of(unit_cost) END AS unit_cost,
    code_of('cost_frequency', cost_frequency) AS cost_frequency,
    number_of(planned_units_per_week) AS planned_units_per_week,
    code_of('out_of_borough_reason', out_of_borough_reason) AS out_of_borough_reason,
    yes_no_of(host_authority_notified) AS host_authority_notified,
    code_of('end_reason', end_reason) AS end_reason,
    [
        violation_if_empty('placement_id', placement_id),
        violation_if_empty('person_id', person_id),
        violation_if_empty('setting', setting),
        violation_if_empty('start_date', start_date),
        violation_if_unknown_code('setting', setting, code_of('setting', setting)),
        violation_if_no_date('start_date', start_date),
        violation_if_before('end_date', day_of(end_date), 'start_date', day_of(start_date)),
        CASE
            WHEN money_of(unit_cost) IS NOT NULL
                AND number_of(planned_units_per_week) IS NULL
                AND code_of('cost_frequency', cost_frequency) IN ('Hourly', 'Daily', 'Per session')
            THEN 'planned_units_per_week is empty, and the cost is by the hour, day or session'
        END
    ] AS violations
FROM placements_records;
