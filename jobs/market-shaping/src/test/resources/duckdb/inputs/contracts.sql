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
        fault_if_empty('contract_id', contract_id),
        fault_if_empty('purchase_route', purchase_route),
        fault_if_empty('provider_id', provider_id),
        fault_if_empty('start_date', start_date),
        fault_if_no_code('purchase_route', purchase_route, code_of('purchase_route', purchase_route)),
        fault_if_no_code('setting', setting, code_of('setting', setting)),
        fault_if_no_day('start_date', start_date),
        fault_if_no_day('end_date', end_date),
        fault_if_before('end_date', day_of(end_date), 'start_date', day_of(start_date)),
        fault_if_unread('unit_price', unit_price, money_of(unit_price), 'an amount such as 1234.50 or £1,234.50'),
        fault_if_no_code('price_frequency', price_frequency, code_of('cost_frequency', price_frequency)),
        fault_if_unread('block_places', block_places, whole_number_of(block_places), 'a whole number'),
        fault_if_unread('annual_value', annual_value, money_of(annual_value), 'an amount such as 1234.50 or £1,234.50'),
        CASE
            WHEN code_of('purchase_route', purchase_route) = 'Framework' AND (framework IS NULL OR lot IS NULL)
            THEN 'framework and lot are needed where purchase_route is Framework'
        END
    ] AS faults
FROM contracts_records;
