CREATE TABLE postcodes_read AS
SELECT
    file, row,
    postcode_of(postcode) AS postcode,
    council_of(authority) AS authority,
    TRY_CAST(latitude AS DOUBLE) AS latitude,
    TRY_CAST(longitude AS DOUBLE) AS longitude,
    terminated,
    [
        fault_if_empty('postcode', postcode),
        fault_if_unread('postcode', postcode, postcode_of(postcode), 'a postcode'),
        fault_if_unread('authority', authority, council_of(authority), 'a council''s GSS code or name'),
        fault_if_unread('latitude', latitude, TRY_CAST(latitude AS DOUBLE), 'a number'),
        fault_if_unread('longitude', longitude, TRY_CAST(longitude AS DOUBLE), 'a number')
    ] AS faults
FROM postcodes_records;
