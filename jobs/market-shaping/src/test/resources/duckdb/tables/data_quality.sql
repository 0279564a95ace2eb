SELECT
    coalesce(input, 'All') AS input,
    coalesce(file, 'All') AS file,
    count(*) AS rows_read,
    count(*) FILTER (fate = 'accepted') AS rows_accepted,
    count(*) FILTER (fate = 'quarantined') AS rows_quarantined,
    count(*) FILTER (fate = 'no record') AS rows_not_records
FROM row_fates
GROUP BY GROUPING SETS ((input, file), (input), ())
