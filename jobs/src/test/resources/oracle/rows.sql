-- Sorts the rows of one input. What stands in ${...} differs from input to input; the rules do not.

-- No records: blank rows, headers that come again, totals, and what a published file holds beside what we read it for.
CREATE TABLE ${input}_sorted AS
SELECT
    *,
    CASE
        WHEN coalesce(${columns}) IS NULL THEN 'blank'
        WHEN is_header THEN 'header'
        WHEN ${total} THEN 'total'
        WHEN ${left_out} THEN 'left out'
    END AS no_record,
    concat_ws(chr(31), ${cells}) AS content
FROM ${input}_raw;

CREATE VIEW ${input}_records AS SELECT * FROM ${input}_sorted WHERE no_record IS NULL;

${read}

-- Where rows share a key and differ, none can be preferred. Where they do not differ and are sound, one stands for all.
CREATE TABLE ${input}_judged AS
WITH keyed AS (
    SELECT r.*, ${key} AS key, content FROM ${input}_read r JOIN ${input}_records USING (file, row)
),
contested AS (
    SELECT key FROM keyed WHERE ${keyed} GROUP BY key HAVING count(DISTINCT content) > 1
),
judged AS (
    SELECT
        k.* EXCLUDE (faults, content),
        list_filter(
            list_append(
                faults,
                CASE WHEN contested.key IS NOT NULL THEN 'another row has the same ${key} and differs' END),
            fault -> fault IS NOT NULL) AS faults
    FROM keyed k
    LEFT JOIN contested ON contested.key = k.key
)
SELECT
    * EXCLUDE (key),
    CASE
        WHEN len(faults) > 0 THEN 'quarantined'
        WHEN ${keyed} AND row_number() OVER (PARTITION BY key ORDER BY file, row) > 1 THEN 'no record'
        ELSE 'accepted'
    END AS fate
FROM judged;

CREATE VIEW ${input} AS SELECT * FROM ${input}_judged WHERE fate = 'accepted';
