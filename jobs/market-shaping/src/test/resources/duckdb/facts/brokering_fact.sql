-- Calendar days, with the number of working days up to and including each.
CREATE TABLE calendar AS
SELECT
    day,
    sum(CASE WHEN isodow(day) < 6 AND day NOT IN (SELECT day FROM bank_holidays) THEN 1 ELSE 0 END)
        OVER (ORDER BY day) AS working_days_so_far
FROM (SELECT CAST(unnest(range(DATE '2000-01-01', DATE '2100-01-01', INTERVAL 1 DAY)) AS DATE) AS day);

CREATE TABLE clocked AS
SELECT *, coalesce(complete_referral_date, referral_date) AS clock_start FROM brokering;

-- One row per paused day of a sourced case and per pause, with the reason.
CREATE TABLE days_paused AS
SELECT
    c.case_id,
    coalesce(p.reason, 'Not recorded') AS reason,
    unnest(range(
        greatest(p.pause_start, c.clock_start),
        least(coalesce(p.pause_end, c.sourced_date), c.sourced_date),
        INTERVAL 1 DAY)) AS day
FROM clocked c
JOIN brokering_pauses p USING (case_id)
WHERE c.sourced_date IS NOT NULL;

CREATE TABLE brokering_fact AS
-- Each paused day once, however many pauses contain it.
WITH paused AS (
    SELECT case_id, count(DISTINCT day) AS days FROM days_paused GROUP BY case_id
)
SELECT
    c.case_id,
    c.person_id,
    c.setting,
    coalesce(r.need_group, 'Not recorded') AS need_group,
    coalesce(c.source, 'Not recorded') AS source,
    c.clock_start,
    c.sourced_date,
    c.closed_date,
    least(c.sourced_date, c.closed_date) AS ended_on,
    c.offers_sought,
    c.offers_received,
    t.days AS target,
    c.sourced_date - c.clock_start AS gross_days,
    coalesce(p.days, 0) AS paused_days,
    c.sourced_date - c.clock_start - coalesce(p.days, 0) AS net_days,
    stop.working_days_so_far - start.working_days_so_far AS working_days,
    CASE WHEN c.service_start_date >= c.clock_start THEN c.service_start_date - c.clock_start END AS days_to_start
FROM clocked c
LEFT JOIN primary_support_reasons r USING (primary_support_reason)
LEFT JOIN targets t ON t.setting = c.setting
LEFT JOIN paused p USING (case_id)
LEFT JOIN calendar start ON start.day = c.clock_start
LEFT JOIN calendar stop ON stop.day = c.sourced_date;
