SELECT
    '${input}' AS input,
    s.file,
    CASE
        WHEN s.no_record IS NOT NULL THEN 'no record'
        WHEN len(j.faults) = 0 THEN 'accepted'
        ELSE 'quarantined'
    END AS fate
FROM ${input}_sorted s
LEFT JOIN ${input}_judged j USING (file, row)
