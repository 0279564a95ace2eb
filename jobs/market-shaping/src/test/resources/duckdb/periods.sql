-- The same day a year earlier; for the last day of a month, the last day of that month.
CREATE MACRO year_before(day) AS CAST(
    CASE WHEN day = last_day(day) THEN last_day(day - INTERVAL 1 YEAR) ELSE day - INTERVAL 1 YEAR END AS DATE);

CREATE TABLE periods AS
SELECT
    'Month' AS period,
    CAST(date_trunc('month', as_at()) AS DATE) AS first_day,
    as_at() AS last_day,
    CAST(date_trunc('month', as_at()) - INTERVAL 1 YEAR AS DATE) AS first_day_before,
    year_before(as_at()) AS last_day_before
UNION ALL
SELECT 'Financial year to date', april, as_at(), CAST(april - INTERVAL 1 YEAR AS DATE), year_before(as_at())
FROM (
    SELECT make_date(year(as_at()) - CASE WHEN month(as_at()) < 4 THEN 1 ELSE 0 END, 4, 1) AS april
)
UNION ALL
SELECT
    'Last 12 months',
    year_before(as_at()) + 1,
    as_at(),
    year_before(year_before(as_at())) + 1,
    year_before(as_at());

-- The last 24 completed months.
CREATE TABLE months AS
SELECT
    strftime(first_day, '%Y-%m') AS month,
    first_day,
    last_day(first_day) AS last_day,
    CAST(first_day - INTERVAL 1 YEAR AS DATE) AS first_day_before,
    last_day(first_day - INTERVAL 1 YEAR) AS last_day_before
FROM (
    SELECT CAST(date_trunc('month', as_at() + INTERVAL 1 DAY) - to_months(CAST(back AS INTEGER)) AS DATE) AS first_day
    FROM range(1, 25) AS t(back)
);
