-- Of the directory's codes, an English council's old one stands for the council; Scotland's and Wales's are taken as they
-- are.
CREATE TABLE postcodes_read AS
SELECT
    file, row,
    postcode_of(postcode) AS postcode,
    coalesce(code_of('council', authority), authority) AS authority,
    TRY_CAST(latitude AS DOUBLE) AS latitude,
    TRY_CAST(longitude AS DOUBLE) AS longitude,
    terminated,
    [
        fault_if_empty('postcode', postcode),
        fault_if_unread('postcode', postcode, postcode_of(postcode), 'a postcode'),
        fault_if_unread('latitude', latitude, TRY_CAST(latitude AS DOUBLE), 'degrees'),
        fault_if_unread('longitude', longitude, TRY_CAST(longitude AS DOUBLE), 'degrees')
    ] AS faults
FROM postcodes_records;
