CREATE TABLE visits_read AS
SELECT
    file, row,
    person_id, placement_id,
    day_of(visit_date) AS visit_date,
    code_of('visit_type', visit_type) AS visit_type,
    [
        fault_if_empty('person_id', person_id),
        fault_if_empty('visit_date', visit_date),
        fault_if_empty('visit_type', visit_type),
        fault_if_no_day('visit_date', visit_date),
        fault_if_no_code('visit_type', visit_type, code_of('visit_type', visit_type))
    ] AS faults
FROM visits_records;
