-- Sorts the rows of one input. What stands in ${...} differs from input to input; the rules do not.

-- No records: blank rows, headers that come again, totals, and the repeats of a row where the input has a key.
CREATE TABLE ${input}_sorted AS
SELECT
    *,
    CASE
        WHEN coalesce(${columns}) IS NULL THEN 'blank'
        WHEN is_header THEN 'header'
        WHEN coalesce(${required}) IS NULL AND coalesce(${amounts}) IS NOT NULL THEN 'total'
        WHEN ${keyed} AND row_number() OVER (PARTITION BY ${columns} ORDER BY file, row) > 1 THEN 'repeat'
    END AS no_record
FROM ${input}_raw;

CREATE VIEW ${input}_records AS SELECT * FROM ${input}_sorted WHERE no_record IS NULL;

${read}

-- Of rows that share a key and differ none can be preferred.
CREATE TABLE ${input}_judged AS
SELECT
    * EXCLUDE (faults),
    list_filter(
        list_append(
            faults,
            CASE
                WHEN ${keyed} AND ${key} IS NOT NULL AND count(*) OVER (PARTITION BY ${key}) > 1
                THEN 'another row has the same ${key} and differs'
            END),
        fault -> fault IS NOT NULL) AS faults
FROM ${input}_read;

CREATE VIEW ${input} AS SELECT * FROM ${input}_judged WHERE len(faults) = 0;
