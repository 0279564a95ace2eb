CREATE TABLE framework_memberships_read AS
SELECT
    file, row,
    provider_id, framework, lot,
    day_of(from_date) AS from_date,
    day_of(to_date) AS to_date,
    [
        violation_if_empty('provider_id', provider_id),
        violation_if_empty('framework', framework),
        violation_if_empty('lot', lot),
        violation_if_empty('from_date', from_date),
        violation_if_no_date('from_date', from_date),
        violation_if_before('to_date', day_of(to_date), 'from_date', day_of(from_date))
    ] AS violations
FROM framework_memberships_records;
