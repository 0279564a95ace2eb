package marketshaping.input.validate;

import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * Builds the Spark SQL that converts a cell's text to a typed value, for every input and file format. Invalid text
 * becomes null.
 *
 * <p>Text with one possible meaning is accepted in any notation. Ambiguous text is refused: a two-digit year, a comma
 * before the pence, a number that a spreadsheet has shortened. A spreadsheet error ({@code #REF!}) is refused in every
 * column, including text and identifiers.
 */
public final class ValidationSql {
    /** Words for a missing value in databases, statistics packages and manual entry. */
    private static final String NULL_WORDS =
            "'null', '(null)', '\\\\n', 'n/a', 'na', 'nan', 'nat', 'none', '-', '--', '\u2013', '\u2014'";

    /** Words that also mean a missing value in a yes/no column. */
    private static final String NO_ANSWER = ", 'unknown', 'not known', 'not recorded'";

    private static final int LONGEST_NULL_WORD = 12;

    private static final String TIME = "\\\\d{1,2}:\\\\d{2}(?::\\\\d{2}(?:[.]\\\\d+)?)?";
    private static final String YEAR = "(?:19|20)\\\\d{2}";
    private static final String ISO = "^" + YEAR + "-\\\\d{1,2}-\\\\d{1,2}";

    /** Matches a date in digits, day or month first, with slashes, dots or dashes, optionally followed by a time. */
    private static final String SLASHED = "^(\\\\d{1,2})[/.-](\\\\d{1,2})[/.-](" + YEAR + ")(?:\\\\h+" + TIME + ")?$";

    /** Matches a date whose month is a word of three letters or more. */
    private static final String WORDED =
            "^(\\\\d{1,2})[-/\\\\h]([A-Za-z]{3})[a-z]*[-/\\\\h](" + YEAR + ")(?:\\\\h+" + TIME + ")?$";

    /** The spreadsheet day number of the last day of 2099. */
    private static final int LAST_DAY = 73_050;

    /**
     * Matches an amount. The letter Â is allowed because a UTF-8 pound sign in the wrong encoding is read as Â£. Digits
     * may be grouped in threes. Positive exponents are refused, because a spreadsheet writes them when it drops digits.
     */
    private static final String AMOUNT =
            "^(?=.*\\\\d)[-+(£\u00c2\\\\h]*(?:\\\\d{1,3}(?:[,\\\\h]\\\\d{3})+|\\\\d*)(?:[.]\\\\d*)?"
                    + "(?:[eE]-\\\\d+)?[-)\\\\h]*$";

    /** Matches zero in the accounting style of a spreadsheet. */
    private static final String ZERO = "^£\\\\h*-$";

    /** Matches most amounts: digits and points only, which Spark can cast directly. */
    private static final String PLAIN_AMOUNT = "^[0-9.]+$";

    private static final String ERROR = "^#(?:N/A|REF!|VALUE!|DIV/0!|NAME[?]|NUM!|NULL!|CALC!|SPILL!|#*)$";

    /**
     * Matches an identifier in scientific notation. Two different identifiers may have become equal, because digits are
     * lost.
     */
    private static final String SHORTENED = "^\\\\d(?:[.]\\\\d+)?E[+]\\\\d+$";

    /** Matches an identifier with a text marker, or one that was converted to a number and back. */
    private static final String WRAPPED = "^\\'(.+)$|^=\"(.+)\"$|^([1-9]\\\\d*)[.]0$";

    /** Matches the usual endings of council names. */
    private static final String COUNCIL =
            "((metropolitan|royal)?(london)?(city|county|borough|district)?council|[lm]bc|mdc|[bcd]c)$";

    /** Matches the usual beginnings of council names. */
    private static final String BOROUGH = "^(the)?(royalboroughof|londonboroughof|lbof|lb|rbof|rb|cityof|countyof)";

    private ValidationSql() {}

    /**
     * Returns SQL for the cell's text; null if the text is a word for a missing value: {@code NULL}, {@code N/A} or a
     * single dash.
     */
    public static String sourceText(Field field, String text) {
        return "CASE WHEN octet_length(%1$s) > %2$d OR lower(%1$s) NOT IN (%3$s%4$s) THEN %1$s END"
                .formatted(text, LONGEST_NULL_WORD, NULL_WORDS, field.type() == Type.YES_NO ? NO_ANSWER : "");
    }

    /** Returns SQL for the typed value of {@code text}, an SQL expression that is null for an empty cell. */
    static String typed(Field field, String text) {
        return switch (field.type()) {
            case ID, PERSON -> identifier(text);
            case UPPER_ID -> "translate(upper(%s), '\u2010\u2011\u2013\u2212', '----')".formatted(identifier(text));
            case TEXT ->
                "CASE WHEN NOT startswith(%1$s, '#') OR NOT %1$s RLIKE '%2$s' THEN %1$s END".formatted(text, ERROR);
            case DATE -> date(text);
            case BIRTH_DATE -> "trunc(" + date(text) + ", 'MONTH')";
            case MONEY, NUMBER -> number(text);
            case DEGREES -> "try_cast(" + text + " AS DOUBLE)";
            case WHOLE -> wholeNumber(text);
            case YES_NO -> yesNo(text);
            case POSTCODE -> postcode(text);
            case CODE -> code(field.list(), text);
            case AUTHORITY -> authority(field.list(), text);
        };
    }

    /** Returns SQL equivalent to {@link CodeList#normalised}. */
    public static String normalised(String text) {
        return "regexp_replace(replace(lower(" + text + "), '&', 'and'), '[^a-z0-9]', '')";
    }

    /** Returns SQL that is true for an invalid date that would be valid with the month first. */
    static String readsMonthFirst(String text) {
        return "%1$s RLIKE '%2$s' AND try_cast(regexp_replace(%1$s, '%2$s', '$3-$1-$2') AS DATE) IS NOT NULL"
                .formatted(text, SLASHED);
    }

    /**
     * Returns SQL for a date. Only years from 1900 to 2099 are accepted, so that a typing error such as 0202 is
     * refused. A time with a zone is converted to London time: in summer, midnight in London is 23:00 UTC on the day
     * before.
     */
    private static String date(String text) {
        return """
                CASE
                  WHEN %1$s RLIKE '%2$s$' THEN try_cast(%1$s AS DATE)
                  WHEN %1$s RLIKE '%2$s[T ]%3$s(?:Z|[+-]\\\\d{2}:?\\\\d{2})?$'
                    THEN CAST(try_cast(%1$s AS TIMESTAMP) AS DATE)
                  WHEN %1$s RLIKE '%4$s' THEN try_cast(regexp_replace(%1$s, '%4$s', '$3-$2-$1') AS DATE)
                  WHEN %1$s RLIKE '%5$s'
                    THEN CAST(try_to_timestamp(regexp_replace(%1$s, '%5$s', '$1-$2-$3'), 'd-MMM-yyyy') AS DATE)
                  WHEN %1$s RLIKE '^[1-9]\\\\d{4}([.]\\\\d*)?$' AND CAST(substring(%1$s, 1, 5) AS INT) <= %6$d
                    THEN date_add(DATE'1899-12-30', CAST(substring(%1$s, 1, 5) AS INT))
                END"""
                .formatted(text, ISO, TIME, SLASHED, WORDED, LAST_DAY);
    }

    /**
     * Returns SQL for an identifier. Most identifiers match the first branch, which is fast because it has no regular
     * expression.
     */
    private static String identifier(String text) {
        return """
                CASE
                  WHEN NOT (startswith(%1$s, '=') OR startswith(%1$s, '#') OR startswith(%1$s, '\\'')
                    OR endswith(%1$s, '.0') OR contains(%1$s, 'E+')) THEN %1$s
                  WHEN NOT %1$s RLIKE '%2$s|%3$s' THEN regexp_replace(%1$s, '%4$s', '$1$2$3')
                END"""
                .formatted(text, ERROR, SHORTENED, WRAPPED);
    }

    /** Returns SQL for a number. An amount in brackets or with a trailing minus sign is negative, as in ledgers. */
    private static String number(String text) {
        return """
                CASE
                  WHEN %1$s RLIKE '%4$s' THEN try_cast(%1$s AS DECIMAL(18,4))
                  WHEN %1$s RLIKE '%2$s' THEN try_cast(
                    regexp_replace(regexp_replace(%1$s, '[£\u00c2,\\\\h]', ''), '^\\\\((.*)\\\\)$|^([^-]+)-$', '-$1$2')
                    AS DECIMAL(18,4))
                  WHEN %1$s RLIKE '%3$s' THEN 0
                END"""
                .formatted(text, AMOUNT, ZERO, PLAIN_AMOUNT);
    }

    private static String wholeNumber(String text) {
        return "CASE WHEN %1$s = floor(%1$s) THEN try_cast(%1$s AS INT) END".formatted(number(text));
    }

    private static String yesNo(String text) {
        return "CASE WHEN lower(%1$s) IN ('y', 'yes', 'true', '1') THEN true".formatted(text)
                + " WHEN lower(%s) IN ('n', 'no', 'false', '0') THEN false END".formatted(text);
    }

    /**
     * Returns SQL for a postcode as in the postcode directory: capitals with one space before the last three
     * characters.
     */
    private static String postcode(String text) {
        String capitals = "regexp_replace(upper(" + text + "), '[^A-Z0-9]', '')";
        return """
                CASE
                  WHEN %1$s RLIKE '^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$' THEN %1$s
                  WHEN %2$s RLIKE '^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$' THEN regexp_replace(%2$s, '(...)$', ' $1')
                END"""
                .formatted(text, capitals);
    }

    /**
     * Returns SQL for a code. It compares the exact code first, because most cells contain it, and then the normalised
     * text.
     */
    private static String code(CodeList list, String text) {
        return "CASE WHEN %s IN (%s) THEN %s ELSE %s END"
                .formatted(
                        text,
                        list.unambiguousCodes().stream()
                                .map(ValidationSql::literal)
                                .collect(Collectors.joining(", ")),
                        text,
                        spelled(list, normalised(text)));
    }

    private static String spelled(CodeList list, String normalised) {
        return "try_element_at(" + map(list.codes()) + ", " + normalised + ")";
    }

    /**
     * Returns SQL for the code of a council. It matches a code or a name, with or without the usual beginning and
     * ending of the name.
     */
    private static String authority(CodeList list, String text) {
        String name = normalised(text);
        String plain = "regexp_replace(%s, '%s', '')".formatted(name, COUNCIL);
        String bare = "regexp_replace(%s, '%s', '')".formatted(plain, BOROUGH);
        return "CASE WHEN %1$s IS NULL THEN NULL ELSE coalesce(%2$s, %3$s, %4$s, CASE WHEN upper(%1$s) RLIKE '^[EWSN]\\\\d{8}$' THEN upper(%1$s) END) END"
                .formatted(text, spelled(list, name), spelled(list, plain), spelled(list, bare));
    }

    /**
     * Returns SQL for a map as one string literal, because hundreds of separate literals would slow down the planning
     * of every query.
     */
    public static String map(Map<String, String> codes) {
        String entries = codes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("|"));
        return "str_to_map(%s, '[|]', '=')".formatted(literal(entries));
    }

    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
