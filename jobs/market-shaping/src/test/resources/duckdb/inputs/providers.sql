CREATE TABLE providers_read AS
SELECT
    file, row,
    upper(location_id) AS location_id,
    location_name, provider_name, brand_name, inspection_directorate,
    upper(provider_id) AS provider_id,
    day_of(registered_from) AS registered_from,
    day_of(registered_to) AS registered_to,
    yes_no_of(care_home) AS care_home,
    whole_number_of(care_home_beds) AS care_home_beds,
    code_of('rating', overall_rating) AS overall_rating,
    day_of(rating_date) AS rating_date,
    council_of(authority) AS authority,
    postcode_of(postcode) AS postcode,
    upper(primary_location_id) AS primary_location_id,
    [
        violation_if_empty('location_id', location_id)
    ] AS violations
FROM providers_records;
