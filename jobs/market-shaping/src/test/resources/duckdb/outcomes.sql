SELECT '${input}' AS input, s.file, coalesce(j.outcome, 'no record') AS outcome
FROM ${input}_sorted s
LEFT JOIN ${input}_validated j USING (file, row)
