-- The code lists. A code matches its own name and each of its other spellings.

CREATE TABLE settings AS
SELECT * FROM read_csv(getvariable('reference') || '/settings.csv', header = true);

CREATE TABLE cost_frequencies AS
SELECT * FROM read_csv(getvariable('reference') || '/cost_frequencies.csv', header = true);

CREATE TABLE primary_support_reasons AS
SELECT * FROM read_csv(getvariable('reference') || '/primary_support_reasons.csv', header = true);

CREATE TABLE bank_holidays AS
SELECT date AS day FROM read_csv(getvariable('reference') || '/bank_holidays_england.csv', header = true);

CREATE TABLE published_figures AS
SELECT * FROM read_csv(getvariable('reference') || '/published_figures.csv', header = true, all_varchar = true);

CREATE TABLE councils AS
SELECT * FROM read_csv(getvariable('reference') || '/councils.csv', header = true, all_varchar = true);

CREATE TABLE spellings AS
WITH listed AS (
    SELECT 'setting' AS list, setting AS code, also FROM settings
    UNION ALL
    SELECT 'cost_frequency', cost_frequency, also FROM cost_frequencies
    UNION ALL
    SELECT 'primary_support_reason', primary_support_reason, also FROM primary_support_reasons
    UNION ALL
    -- A former council with one successor means the successor.
    SELECT 'council', coalesce(successor, code), concat_ws(';', code, name, also) FROM councils
    UNION ALL
    SELECT 'purchase_route', purchase_route, also
    FROM read_csv(getvariable('reference') || '/purchase_routes.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'out_of_borough_reason', reason, also
    FROM read_csv(getvariable('reference') || '/out_of_borough_reasons.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'end_reason', end_reason, also
    FROM read_csv(getvariable('reference') || '/end_reasons.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'brokering_status', status, also
    FROM read_csv(getvariable('reference') || '/brokering_statuses.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'referral_source', source, also
    FROM read_csv(getvariable('reference') || '/referral_sources.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'pause_reason', reason, also
    FROM read_csv(getvariable('reference') || '/pause_reasons.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'visit_type', visit_type, also
    FROM read_csv(getvariable('reference') || '/visit_types.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'rating', rating, also
    FROM read_csv(getvariable('reference') || '/ratings.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'client_type', client_type, also
    FROM read_csv(getvariable('reference') || '/client_types.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'event_type', event_type, also
    FROM read_csv(getvariable('reference') || '/event_types.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'service_type', service_type, also
    FROM read_csv(getvariable('reference') || '/service_types.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'service_component', service_component, also
    FROM read_csv(getvariable('reference') || '/service_components.csv', header = true, all_varchar = true)
    UNION ALL
    SELECT 'delivery_mechanism', delivery_mechanism, also
    FROM read_csv(getvariable('reference') || '/delivery_mechanisms.csv', header = true, all_varchar = true)
)
SELECT list, code, code_key(code) AS spelling FROM listed
UNION
SELECT list, code, code_key(unnest(string_split(also, ';'))) FROM listed WHERE also IS NOT NULL;

SET VARIABLE codes = (
    SELECT map(list(list), list(codes))
    FROM (SELECT list, map(list(spelling), list(code)) AS codes FROM spellings GROUP BY list)
);

-- Returns the code for a spelling.
CREATE MACRO code_of(named, text) AS getvariable('codes')[named][code_key(text)];

-- Any well-formed GSS code is accepted, because people are placed in Wales, and districts and former councils have
-- codes too.
CREATE MACRO council_of(text) AS coalesce(
    code_of('council', text),
    code_of('council', regexp_replace(
        lower(text),
        '^((london|royal) borough of|lb( of)?|county of) |( (metropolitan|royal|london))?( (city|county|borough|district))? council$',
        '',
        'g')),
    CASE WHEN regexp_full_match(upper(text), '[EWSN][0-9]{8}') THEN upper(text) END);
