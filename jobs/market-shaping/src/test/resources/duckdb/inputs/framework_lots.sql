CREATE TABLE framework_lots_read AS
SELECT
    file, row,
    framework, lot,
    code_of('setting', setting) AS setting,
    day_of(from_date) AS from_date,
    day_of(to_date) AS to_date,
    money_of(weekly_rate) AS weekly_rate,
    [
        fault_if_empty('framework', framework),
        fault_if_empty('lot', lot),
        fault_if_empty('setting', setting),
        fault_if_empty('from_date', from_date),
        fault_if_no_code('setting', setting, code_of('setting', setting)),
        fault_if_no_day('from_date', from_date),
        fault_if_no_day('to_date', to_date),
        fault_if_before('to_date', day_of(to_date), 'from_date', day_of(from_date)),
        fault_if_unread('weekly_rate', weekly_rate, money_of(weekly_rate), 'an amount such as 1234.50 or £1,234.50')
    ] AS faults
FROM framework_lots_records;
