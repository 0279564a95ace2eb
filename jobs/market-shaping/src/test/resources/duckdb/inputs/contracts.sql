CREATE TABLE contracts_read AS
SELECT
    file, row,
    contract_id, provider_id, provider_name, framework, lot,
    code_of('purchase_route', purchase_route) AS purchase_route,
    code_of('setting', setting) AS setting,
    day_of(start_date) AS start_date,
    day_of(end_date) AS end_date,
    CASE WHEN price_frequency IS NULL OR code_of('cost_frequency', price_frequency) IS NOT NULL THEN money_of(unit_price) END AS unit_price,
    code_of('cost_frequency', price_frequency) AS price_frequency,
    whole_number_of(block_places) AS block_places,
    money_of(annual_value) AS annual_value,
    [
        violation_if_empty('contract_id', contract_id),
        violation_if_empty('purchase_route', purchase_route),
        violation_if_empty('provider_id', provider_id),
        violation_if_empty('start_date', start_date),
        violation_if_unknown_code('purchase_route', purchase_route, code_of('purchase_route', purchase_route)),
        violation_if_no_date('start_date', start_date),
        violation_if_before('end_date', day_of(end_date), 'start_date', day_of(start_date)),
        CASE
            WHEN code_of('purchase_route', purchase_route) = 'Framework' AND (framework IS NULL OR lot IS NULL)
            THEN 'framework and lot are needed where purchase_route is Framework'
        END
    ] AS violations
FROM contracts_records;
