-- The source of a current figure: a table, its rows (dimension=value|value;...) and a column. Several rows are added
-- up.
WITH wanted AS (
    SELECT *, string_split("row", ';') AS conditions
    FROM published_figures
    WHERE council = (SELECT code FROM council)
),
measured AS (
    SELECT figure_id, sum(CAST(cells ->> "column" AS DOUBLE)) AS measured
    FROM wanted
    JOIN finished USING ("table")
    WHERE list_bool_and([
        list_contains(string_split(split_part(c, '=', 2), '|'), cells ->> split_part(c, '=', 1)) FOR c IN conditions])
    GROUP BY figure_id
)
SELECT
    figure,
    unit,
    published_as_at,
    CAST(published AS DOUBLE) AS published,
    measured,
    strftime(as_at(), '%Y-%m-%d') AS measured_as_at,
    coalesce("table", '[x]') AS "table",
    source
FROM wanted
LEFT JOIN measured USING (figure_id)
