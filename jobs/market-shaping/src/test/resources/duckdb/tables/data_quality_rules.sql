SELECT input, file, rule, count(*) AS rows FROM faults_found GROUP BY input, file, rule
