-- A person's details in the national return: the reason of the latest event with a reason, and the cost of the latest
-- service with a cost in each setting. Of several equally late events, the one that sorts last counts.

CREATE TABLE reason_in_return AS
SELECT
    la_person_unique_identifier AS person_id,
    max_by(primary_support_reason, (event_start_date, primary_support_reason)) AS primary_support_reason
FROM client_level_data
WHERE primary_support_reason <> 'Unknown'
GROUP BY la_person_unique_identifier;

-- Services for the people cared for, not for their carers.
CREATE TABLE services_in_return AS
SELECT *, la_person_unique_identifier AS person_id, least(event_end_date, date_of_death) AS last_day
FROM client_level_data
WHERE event_type = 'Service' AND (client_type IS NULL OR client_type = 'Service user');

CREATE TABLE cost_in_return AS
SELECT person_id, setting, unit_cost, cost_frequency, planned_units_per_week
FROM services_in_return
WHERE unit_cost IS NOT NULL AND setting IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY person_id, setting
    ORDER BY
        event_start_date DESC,
        unit_cost DESC,
        cost_frequency DESC NULLS LAST,
        planned_units_per_week DESC NULLS LAST) = 1;
