CREATE TABLE brokering_read AS
SELECT
    *,
    [
        violation_if_empty('case_id', case_id),
        violation_if_empty('person_id', person_id),
        violation_if_empty('setting', t_setting),
        violation_if_empty('referral_date', t_referral_date),
        violation_if_empty('status', t_status),
        violation_if_unknown_code('setting', t_setting, setting),
        violation_if_no_date('referral_date', t_referral_date),
        violation_if_unknown_code('status', t_status, status),
        CASE
            WHEN status = 'Sourced' AND sourced_date IS NULL
            THEN 'sourced_date is empty, and the status is Sourced'
        END,
        CASE
            WHEN sourced_date < coalesce(complete_referral_date, referral_date)
            THEN 'sourced_date is before the clock starts'
        END,
        CASE
            WHEN status IN ('Withdrawn', 'Cancelled', 'Died') AND closed_date IS NULL
            THEN 'closed_date is empty, and the status is Withdrawn, Cancelled or Died'
        END
    ] AS violations
FROM (
    SELECT
        file, row,
        case_id, person_id, placement_id, team,
        code_of('setting', setting) AS setting,
        code_of('primary_support_reason', primary_support_reason) AS primary_support_reason,
        day_of(referral_date) AS referral_date,
        day_of(complete_referral_date) AS complete_referral_date,
        day_of(sourced_date) AS sourced_date,
        day_of(service_start_date) AS service_start_date,
        code_of('brokering_status', status) AS status,
        day_of(closed_date) AS closed_date,
        day_of(date_of_birth) AS date_of_birth,
        code_of('referral_source', source) AS source,
        yes_no_of(urgent) AS urgent,
        whole_number_of(offers_sought) AS offers_sought,
        whole_number_of(offers_received) AS offers_received,
        setting AS t_setting,
        primary_support_reason AS t_primary_support_reason,
        referral_date AS t_referral_date,
        complete_referral_date AS t_complete_referral_date,
        sourced_date AS t_sourced_date,
        service_start_date AS t_service_start_date,
        status AS t_status,
        closed_date AS t_closed_date,
        source AS t_source,
        urgent AS t_urgent,
        offers_sought AS t_offers_sought,
        offers_received AS t_offers_received
    FROM brokering_records
);
