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
    END AS no_record
FROM ${input}_raw;

CREATE VIEW ${input}_records AS SELECT * FROM ${input}_sorted WHERE no_record IS NULL;

${read}

-- Where rows share a key and differ, none can be preferred. Where they do not differ and are sound, one stands for all.
-- Nearly every key is that of one row, so whole rows are looked at for the others alone.
CREATE TABLE ${input}_judged AS
WITH keyed AS (SELECT r.file, r.row, ${key} AS key FROM ${input}_read r WHERE ${keyed} AND ${key} IS NOT NULL),
shared AS (SELECT key FROM keyed GROUP BY key HAVING count(*) > 1),
sharing AS (
    SELECT file, row, key, concat_ws(chr(31), ${cells}) AS content
    FROM keyed JOIN shared USING (key) JOIN ${input}_sorted USING (file, row)
),
contested AS (SELECT key FROM sharing GROUP BY key HAVING count(DISTINCT content) > 1),
repeated AS (
    SELECT file, row, key, row_number() OVER (PARTITION BY key ORDER BY file, row) AS turn FROM sharing
),
judged AS (
    SELECT
        r.* EXCLUDE (faults),
        repeated.turn,
        list_filter(
            list_append(
                faults,
                CASE WHEN contested.key IS NOT NULL THEN 'another row has the same ${key} and differs' END),
            fault -> fault IS NOT NULL) AS faults
    FROM ${input}_read r
    LEFT JOIN repeated ON repeated.file = r.file AND repeated.row = r.row
    LEFT JOIN contested ON contested.key = repeated.key
)
SELECT
    * EXCLUDE (turn),
    CASE
        WHEN len(faults) > 0 THEN 'quarantined'
        WHEN turn > 1 THEN 'no record'
        ELSE 'accepted'
    END AS fate
FROM judged;

CREATE VIEW ${input} AS SELECT * FROM ${input}_judged WHERE fate = 'accepted';
