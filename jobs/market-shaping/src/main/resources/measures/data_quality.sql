SELECT
    coalesce(input, 'All') AS input,
    coalesce(file, 'All') AS file,
    count(*) AS rows_read,
    count(*) FILTER (outcome = 'accepted') AS rows_accepted,
    count(*) FILTER (outcome = 'quarantined') AS rows_quarantined,
    count(*) FILTER (outcome = 'no record') AS rows_not_records
FROM row_outcomes
GROUP BY GROUPING SETS ((input, file), (input), ())
