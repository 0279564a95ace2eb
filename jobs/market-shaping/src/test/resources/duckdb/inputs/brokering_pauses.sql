CREATE TABLE brokering_pauses_read AS
SELECT
    file, row,
    case_id,
    day_of(pause_start) AS pause_start,
    day_of(pause_end) AS pause_end,
    code_of('pause_reason', reason) AS reason,
    [
        fault_if_empty('case_id', case_id),
        fault_if_empty('pause_start', pause_start),
        fault_if_no_day('pause_start', pause_start),
        fault_if_no_day('pause_end', pause_end),
        fault_if_before('pause_end', day_of(pause_end), 'pause_start', day_of(pause_start)),
        fault_if_no_code('reason', reason, code_of('pause_reason', reason))
    ] AS faults
FROM brokering_pauses_records;
