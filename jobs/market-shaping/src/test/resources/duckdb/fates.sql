SELECT '${input}' AS input, s.file, coalesce(j.fate, 'no record') AS fate
FROM ${input}_sorted s
LEFT JOIN ${input}_judged j USING (file, row)
