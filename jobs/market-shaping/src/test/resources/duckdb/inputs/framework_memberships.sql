CREATE TABLE framework_memberships_read AS
SELECT
    file, row,
    provider_id, framework, lot,
    day_of(from_date) AS from_date,
    day_of(to_date) AS to_date,
    [
        fault_if_empty('provider_id', provider_id),
        fault_if_empty('framework', framework),
        fault_if_empty('lot', lot),
        fault_if_empty('from_date', from_date),
        fault_if_no_day('from_date', from_date),
        fault_if_no_day('to_date', to_date),
        fault_if_before('to_date', day_of(to_date), 'from_date', day_of(from_date))
    ] AS faults
FROM framework_memberships_records;
