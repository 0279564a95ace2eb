-- Validates the rows of one input. The placeholders ${...} differ by input; the rules do not.

-- Rows that are not records: blank rows, repeated headers, totals, and excluded rows of a published file.
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

-- A cell of an optional column that cannot be read is NULL, and its row is kept. Violations are only about required
-- columns and about whole rows.

-- Rows with the same key and different content are all quarantined. Of equal valid rows, one is accepted. Nearly
-- every key has one row, so whole rows are compared only for the other keys.
CREATE TABLE ${input}_validated AS
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
validated AS (
    SELECT
        r.* EXCLUDE (violations),
        repeated.turn,
        list_filter(
            list_append(
                violations,
                CASE WHEN contested.key IS NOT NULL THEN 'another row has the same ${key} and differs' END),
            violation -> violation IS NOT NULL) AS violations
    FROM ${input}_read r
    LEFT JOIN repeated ON repeated.file = r.file AND repeated.row = r.row
    LEFT JOIN contested ON contested.key = repeated.key
)
SELECT
    * EXCLUDE (turn),
    CASE
        WHEN len(violations) > 0 THEN 'quarantined'
        WHEN turn > 1 THEN 'no record'
        ELSE 'accepted'
    END AS outcome
FROM validated;

CREATE VIEW ${input} AS SELECT * FROM ${input}_validated WHERE outcome = 'accepted';
