CREATE TABLE brokering_pauses_read AS
SELECT
    file, row,
    case_id,
    day_of(pause_start) AS pause_start,
    day_of(pause_end) AS pause_end,
    code_of('pause_reason', reason) AS reason,
    [
        violation_if_empty('case_id', case_id),
        violation_if_empty('pause_start', pause_start),
        violation_if_no_date('pause_start', pause_start),
        violation_if_before('pause_end', day_of(pause_end), 'pause_start', day_of(pause_start))
    ] AS violations
FROM brokering_pauses_records;
