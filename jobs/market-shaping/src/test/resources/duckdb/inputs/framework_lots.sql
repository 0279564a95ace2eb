CREATE TABLE framework_lots_read AS
SELECT
    file, row,
    framework, lot,
    code_of('setting', setting) AS setting,
    day_of(from_date) AS from_date,
    day_of(to_date) AS to_date,
    money_of(weekly_rate) AS weekly_rate,
    [
        violation_if_empty('framework', framework),
        violation_if_empty('lot', lot),
        violation_if_empty('setting', setting),
        violation_if_empty('from_date', from_date),
        violation_if_unknown_code('setting', setting, code_of('setting', setting)),
        violation_if_no_date('from_date', from_date),
        violation_if_before('to_date', day_of(to_date), 'from_date', day_of(from_date))
    ] AS violations
FROM framework_lots_records;
