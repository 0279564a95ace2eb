CREATE TABLE visits_read AS
SELECT
    file, row,
    person_id, placement_id,
    day_of(visit_date) AS visit_date,
    code_of('visit_type', visit_type) AS visit_type,
    [
        violation_if_empty('person_id', person_id),
        violation_if_empty('visit_date', visit_date),
        violation_if_empty('visit_type', visit_type),
        violation_if_no_date('visit_date', visit_date),
        violation_if_unknown_code('visit_type', visit_type, code_of('visit_type', visit_type))
    ] AS violations
FROM visits_records;
