SELECT input, file, rule, count(*) AS rows FROM violations_found GROUP BY input, file, rule
