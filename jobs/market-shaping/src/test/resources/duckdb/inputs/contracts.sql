CREATE TABLE contracts_read AS
SELECT
    file, row,
    contract_id, provider_id, provider_name, framework, lot,
    code_of('purchase_route', purchase_route) AS purchase_route,
    code_of('setting', setting) AS setting,
    day_of(start_date) AS start_date,
    day_of(end_date) AS end_date,
    money_of(unit_price) AS unit_price,
    code_of('cost_frequency', price_frequency) AS price_frequency,
    whole_number_of(block_places) AS block_places,
    money_of(annual_value) AS annual_value,
    [
        violation_if_empty('contract_id', contract_id),
        violation_if_empty('purchase_route', purchase_route),
        violation_if_empty('provider_id', provider_id),
        violation_if_empty('start_date', start_date),
        violation_if_unknown_code('purchase_route', purchase_route, code_of('purchase_route', purchase_route)),
        violation_if_unknown_code('setting', setting, code_of('setting', setting)),
        violation_if_no_date('start_date', start_date),
        violation_if_no_date('end_date', end_date),
        violation_if_before('end_date', day_of(end_date), 'start_date', day_of(start_date)),
        violation_if_unreadable(
            'unit_price', unit_price, money_of(unit_price), 'an amount such as 1234.50 or £1,234.50'),
        violation_if_unknown_code('price_frequency', price_frequency, code_of('cost_frequency', price_frequency)),
        violation_if_unreadable('block_places', block_places, whole_number_of(block_places), 'a whole number'),
        violation_if_unreadable(
            'annual_value', annual_value, money_of(annual_value), 'an amount such as 1234.50 or £1,234.50'),
        CASE
            WHEN code_of('purchase_route', purchase_route) = 'Framework' AND (framework IS NULL OR lot IS NULL)
            THEN 'framework and lot are needed where purchase_route is Framework'
        END
    ] AS violations
FROM contracts_records;
