-- Reading of cell text, the same in every column. NULL means that the text cannot be read.

CREATE MACRO as_at() AS CAST(getvariable('as_at') AS DATE);

-- The text of a cell; NULL if it is empty or a word for empty.
CREATE MACRO text_of(text) AS CASE
    WHEN lower(trim(text, ' ' || chr(9) || chr(160)))
        NOT IN ('', 'null', '(null)', '\n', 'n/a', 'na', 'nan', 'nat', 'none', '-', '--', '–', '—')
    THEN trim(text, ' ' || chr(9) || chr(160))
    END;

CREATE MACRO code_key(text) AS regexp_replace(replace(lower(text), '&', 'and'), '[^a-z0-9]', '', 'g');

-- The first day of 1900 means that a date is not known, and years after 2099 that it is open.
CREATE MACRO day_of(text) AS nullif(CAST(CASE
    WHEN regexp_full_match(text, '(19|20)\d{2}-\d{2}-\d{2}([T ].*)?') THEN try_strptime(left(text, 10), '%Y-%m-%d')
    WHEN regexp_full_match(text, '\d{1,2}[/.]\d{1,2}[/.](19|20)\d{2}( .*)?')
        THEN try_strptime(replace(split_part(text, ' ', 1), '.', '/'), '%d/%m/%Y')
    WHEN regexp_full_match(text, '\d{1,2}-[A-Za-z]{3}-(19|20)\d{2}') THEN try_strptime(text, '%d-%b-%Y')
    WHEN regexp_full_match(text, '[1-9]\d{4}(\.\d+)?')
        THEN CAST('1899-12-30' AS DATE) + CAST(floor(CAST(text AS DOUBLE)) AS INTEGER)
    END AS DATE), DATE '1900-01-01');

CREATE MACRO number_of(text) AS CASE
    WHEN regexp_full_match(text, '-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?') THEN TRY_CAST(replace(text, ',', '') AS DECIMAL(18, 6))
    END;

CREATE MACRO whole_number_of(text) AS CASE
    WHEN number_of(text) = floor(number_of(text)) THEN CAST(number_of(text) AS BIGINT)
    END;

-- Brackets mean a negative amount.
CREATE MACRO money_of(text) AS CASE
    WHEN regexp_full_match(text, '\(.*\)') THEN -number_of(regexp_replace(text, '[()£\s]', '', 'g'))
    ELSE number_of(regexp_replace(text, '[£\s]', '', 'g'))
    END;

CREATE MACRO yes_no_of(text) AS CASE
    WHEN lower(text) IN ('y', 'yes', 'true', '1') THEN true
    WHEN lower(text) IN ('n', 'no', 'false', '0') THEN false
    END;

CREATE MACRO postcode_of(text) AS CASE
    WHEN regexp_full_match(upper(replace(text, ' ', '')), '[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}')
    THEN upper(replace(text, ' ', ''))
    END;

-- The rule violation of a cell, in words; NULL if there is none.
CREATE MACRO violation_if_empty(field, text) AS CASE WHEN text IS NULL THEN field || ' is empty' END;

CREATE MACRO violation_if_unreadable(field, text, value, meant) AS CASE
    WHEN text IS NOT NULL AND value IS NULL THEN field || ' is not ' || meant
    END;

CREATE MACRO violation_if_no_date(field, text) AS
    violation_if_unreadable(field, text, day_of(text), 'a date such as 2025-06-30 or 30/06/2025');

CREATE MACRO violation_if_unknown_code(field, text, value) AS
    violation_if_unreadable(field, text, value, 'one of the codes of its list');

CREATE MACRO violation_if_before(field, day, other, first) AS
    CASE WHEN day < first THEN field || ' is before ' || other END;

-- Text that a total row can have in a column other than the amount: none, or a word for total.
CREATE MACRO is_total_text(text) AS text IS NULL OR code_key(text) IN ('total', 'totals', 'grandtotal', 'subtotal');
