package marketshaping.input.validate;

import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * How a cell's text becomes a typed value, in Spark SQL: null where it can't. One definition for every input, whichever
 * file it came from.
 *
 * <p>What has one meaning is read, however it is written. What could have two is refused: a year of two digits, a comma
 * before the pence, a number that a spreadsheet has shortened. An error of a spreadsheet ({@code #REF!}) is nothing
 * that anybody meant, so it is refused in every column, text and identifiers included.
 */
public final class ValidationSql {
    /** What databases, statistics packages and people write where there is nothing to say. */
    private static final String NOTHING =
            "'null', '(null)', '\\\\n', 'n/a', 'na', 'nan', 'nat', 'none', '-', '--', '\u2013', '\u2014'";

    /** To whether something is so, people also answer that they don't know, which is no answer. */
    private static final String NO_ANSWER = ", 'unknown', 'not known', 'not recorded'";

    private static final int LONGEST_NOTHING = 12;

    private static final String TIME = "\\\\d{1,2}:\\\\d{2}(?::\\\\d{2}(?:[.]\\\\d+)?)?";
    private static final String YEAR = "(?:19|20)\\\\d{2}";
    private static final String ISO = "^" + YEAR + "-\\\\d{1,2}-\\\\d{1,2}";

    /** Day or month first, with slashes, dots or dashes, and a time or none. */
    private static final String SLASHED = "^(\\\\d{1,2})[/.-](\\\\d{1,2})[/.-](" + YEAR + ")(?:\\\\h+" + TIME + ")?$";

    /** The month as a word, of which three letters are enough. */
    private static final String WORDED =
            "^(\\\\d{1,2})[-/\\\\h]([A-Za-z]{3})[a-z]*[-/\\\\h](" + YEAR + ")(?:\\\\h+" + TIME + ")?$";

    /** The last day of 2099, as spreadsheets number days. */
    private static final int LAST_DAY = 73_050;

    /**
     * An amount. The letter is half of a pound sign whose two bytes were taken for two characters. Digits stand in
     * threes or all together. An exponent may only make a number small: a spreadsheet writes a great one when it leaves
     * digits out.
     */
    private static final String AMOUNT =
            "^(?=.*\\\\d)[-+(£\u00c2\\\\h]*(?:\\\\d{1,3}(?:[,\\\\h]\\\\d{3})+|\\\\d*)(?:[.]\\\\d*)?"
                    + "(?:[eE]-\\\\d+)?[-)\\\\h]*$";

    /** What a spreadsheet shows of an amount of nought that is set in its accounting style. */
    private static final String NOUGHT = "^£\\\\h*-$";

    /** Most amounts: nothing that the engine would not read as they stand, or refuse. */
    private static final String PLAIN_AMOUNT = "^[0-9.]+$";

    private static final String ERROR = "^#(?:N/A|REF!|VALUE!|DIV/0!|NAME[?]|NUM!|NULL!|CALC!|SPILL!|#*)$";

    /** Digits are left out of it, so that two identifiers may have become one. */
    private static final String SHORTENED = "^\\\\d(?:[.]\\\\d+)?E[+]\\\\d+$";

    /** An identifier that was marked as text, or made a number and back. */
    private static final String WRAPPED = "^\\'(.+)$|^=\"(.+)\"$|^([1-9]\\\\d*)[.]0$";

    /** What council names end with. */
    private static final String COUNCIL =
            "((metropolitan|royal)?(london)?(city|county|borough|district)?council|[lm]bc|mdc|[bcd]c)$";

    /** What council names begin with. */
    private static final String BOROUGH = "^(the)?(royalboroughof|londonboroughof|lbof|lb|rbof|rb|cityof|countyof)";

    private ValidationSql() {}

    /**
     * The cell's text, null where it says in words that there is nothing: {@code NULL}, {@code N/A}, a lone dash. In an
     * optional column such a cell is empty, in a required one missing.
     */
    public static String given(Field field, String text) {
        return "CASE WHEN octet_length(%1$s) > %2$d OR lower(%1$s) NOT IN (%3$s%4$s) THEN %1$s END"
                .formatted(text, LONGEST_NOTHING, NOTHING, field.type() == Type.YES_NO ? NO_ANSWER : "");
    }

    /** The typed value of {@code text}, itself an expression that is null where the cell is empty. */
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

    /** As {@link CodeList#normalised}. */
    public static String normalised(String text) {
        return "regexp_replace(replace(lower(" + text + "), '&', 'and'), '[^a-z0-9]', '')";
    }

    /** Whether a text that is no date would be one if its month came first. */
    static String readsMonthFirst(String text) {
        return "%1$s RLIKE '%2$s' AND try_cast(regexp_replace(%1$s, '%2$s', '$3-$1-$2') AS DATE) IS NOT NULL"
                .formatted(text, SLASHED);
    }

    /**
     * Years are held to 1900 to 2099, so that a slip such as 0202 is refused and not kept. A time that tells its zone
     * becomes London's: midnight in summer is 23:00 of the day before in the time that servers keep.
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

    /** Of most the first line decides: nothing in them looks as if a spreadsheet had spoilt them or marked them as text. */
    private static String identifier(String text) {
        return """
                CASE
                  WHEN NOT (startswith(%1$s, '=') OR startswith(%1$s, '#') OR startswith(%1$s, '\\'')
                    OR endswith(%1$s, '.0') OR contains(%1$s, 'E+')) THEN %1$s
                  WHEN NOT %1$s RLIKE '%2$s|%3$s' THEN regexp_replace(%1$s, '%4$s', '$1$2$3')
                END"""
                .formatted(text, ERROR, SHORTENED, WRAPPED);
    }

    /** Brackets are a minus, and so is one that stands behind, as ledgers have it. */
    private static String number(String text) {
        return """
                CASE
                  WHEN %1$s RLIKE '%4$s' THEN try_cast(%1$s AS DECIMAL(18,4))
                  WHEN %1$s RLIKE '%2$s' THEN try_cast(
                    regexp_replace(regexp_replace(%1$s, '[£\u00c2,\\\\h]', ''), '^\\\\((.*)\\\\)$|^([^-]+)-$', '-$1$2')
                    AS DECIMAL(18,4))
                  WHEN %1$s RLIKE '%3$s' THEN 0
                END"""
                .formatted(text, AMOUNT, NOUGHT, PLAIN_AMOUNT);
    }

    private static String wholeNumber(String text) {
        return "CASE WHEN %1$s = floor(%1$s) THEN try_cast(%1$s AS INT) END".formatted(number(text));
    }

    private static String yesNo(String text) {
        return "CASE WHEN lower(%1$s) IN ('y', 'yes', 'true', '1') THEN true".formatted(text)
                + " WHEN lower(%s) IN ('n', 'no', 'false', '0') THEN false END".formatted(text);
    }

    /** In capitals with one space before the last three, as the directory has them. */
    private static String postcode(String text) {
        String capitals = "regexp_replace(upper(" + text + "), '[^A-Z0-9]', '')";
        return """
                CASE
                  WHEN %1$s RLIKE '^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$' THEN %1$s
                  WHEN %2$s RLIKE '^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$' THEN regexp_replace(%2$s, '(...)$', ' $1')
                END"""
                .formatted(text, capitals);
    }

    /** Most cells hold the code itself, which need not be normalised to be known. */
    private static String code(CodeList list, String text) {
        return "CASE WHEN %s IN (%s) THEN %s ELSE %s END"
                .formatted(
                        text,
                        list.standingForThemselves().stream()
                                .map(ValidationSql::literal)
                                .collect(Collectors.joining(", ")),
                        text,
                        spelled(list, normalised(text)));
    }

    private static String spelled(CodeList list, String normalised) {
        return "try_element_at(" + map(list.codes()) + ", " + normalised + ")";
    }

    /** A council by code or by name, with or without the words that council names begin and end with. */
    private static String authority(CodeList list, String text) {
        String name = normalised(text);
        String plain = "regexp_replace(%s, '%s', '')".formatted(name, COUNCIL);
        String bare = "regexp_replace(%s, '%s', '')".formatted(plain, BOROUGH);
        return "CASE WHEN %1$s IS NULL THEN NULL ELSE coalesce(%2$s, %3$s, %4$s, CASE WHEN upper(%1$s) RLIKE '^[EWSN]\\\\d{8}$' THEN upper(%1$s) END) END"
                .formatted(text, spelled(list, name), spelled(list, plain), spelled(list, bare));
    }

    /** One literal that the engine takes apart once; a map of hundreds of literals makes every plan slow. */
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
