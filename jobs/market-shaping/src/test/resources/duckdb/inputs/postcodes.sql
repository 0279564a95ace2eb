-- An English council's old code is replaced by its current one; Scottish and Welsh codes are taken unchanged.
CREATE TABLE postcodes_read AS
SELECT
    file, row,
    postcode_of(postcode) AS postcode,
    coalesce(code_of('council', authority), authority) AS authority,
    TRY_CAST(latitude AS DOUBLE) AS latitude,
    TRY_CAST(longitude AS DOUBLE) AS longitude,
    terminated,
    [
        violation_if_empty('postcode', postcode),
        violation_if_unreadable('postcode', postcode, postcode_of(postcode), 'a postcode')
    ] AS violations
FROM postcodes_records;
