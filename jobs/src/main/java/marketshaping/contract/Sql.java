package marketshaping.contract;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a cell's text becomes a typed value, in Spark SQL: null where it can't. One definition for every input, whichever
 * file it came from.
 */
final class Sql {
    /** Day or month first, with slashes or dots, and a time or none. */
    private static final String SLASHED = "^(\\\\d{1,2})[/.](\\\\d{1,2})[/.]((?:19|20)\\\\d{2})( .*)?$";

    private Sql() {}

    /** The typed value of {@code text}, itself an expression that is null where the cell is empty. */
    static String typed(Field field, String text) {
        return switch (field.type()) {
            case ID, PERSON, TEXT -> text;
            case UPPER_ID -> "upper(" + text + ")";
            case DATE -> date(text);
            case BIRTH_DATE -> "trunc(" + date(text) + ", 'MONTH')";
            case MONEY, NUMBER -> "try_cast(" + plainNumber(text) + " AS DECIMAL(18,4))";
            case DEGREES -> "try_cast(" + text + " AS DOUBLE)";
            case WHOLE -> wholeNumber(text);
            case YES_NO -> yesNo(text);
            case POSTCODE -> postcode(text);
            case CODE -> code(field.list(), normalised(text));
            case AUTHORITY -> authority(field.list(), text);
        };
    }

    /** As {@link CodeList#normalised}. */
    static String normalised(String text) {
        return "regexp_replace(replace(lower(" + text + "), '&', 'and'), '[^a-z0-9]', '')";
    }

    /** Whether a text that is no date would be one if its month came first. */
    static String readsMonthFirst(String text) {
        return "try_cast(regexp_replace(%s, '%s', '$3-$1-$2') AS DATE) IS NOT NULL".formatted(text, SLASHED);
    }

    /** Years are held to 1900 to 2099, so that a slip such as 0202 is refused and not kept. */
    private static String date(String text) {
        return """
                CASE
                  WHEN %1$s RLIKE '^(19|20)\\\\d{2}-\\\\d{2}-\\\\d{2}' THEN try_cast(substring(%1$s, 1, 10) AS DATE)
                  WHEN %1$s RLIKE '%2$s' THEN try_cast(regexp_replace(%1$s, '%2$s', '$3-$2-$1') AS DATE)
                  WHEN %1$s RLIKE '^\\\\d{1,2}-[A-Za-z]{3}-(19|20)\\\\d{2}$'
                    THEN CAST(try_to_timestamp(%1$s, 'd-MMM-yyyy') AS DATE)
                  WHEN %1$s RLIKE '^[1-9]\\\\d{4}(\\\\.\\\\d*)?$'
                    THEN date_add(DATE'1899-12-30', CAST(substring(%1$s, 1, 5) AS INT))
                END"""
                .formatted(text, SLASHED);
    }

    private static String plainNumber(String text) {
        return "regexp_replace(regexp_replace(%s, '[£,\\\\s]', ''), '^\\\\((.*)\\\\)$', '-$1')".formatted(text);
    }

    private static String wholeNumber(String text) {
        String number = "try_cast(" + plainNumber(text) + " AS DECIMAL(18,4))";
        return "CASE WHEN %1$s = floor(%1$s) THEN try_cast(%1$s AS INT) END".formatted(number);
    }

    private static String yesNo(String text) {
        return "CASE WHEN lower(%1$s) IN ('y', 'yes', 'true', '1') THEN true".formatted(text)
                + " WHEN lower(%s) IN ('n', 'no', 'false', '0') THEN false END".formatted(text);
    }

    /** In capitals with one space before the last three, as the directory has them. */
    private static String postcode(String text) {
        String capitals = "regexp_replace(upper(" + text + "), '[^A-Z0-9]', '')";
        return "CASE WHEN %1$s RLIKE '^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$' THEN regexp_replace(%1$s, '(...)$', ' $1') END"
                .formatted(capitals);
    }

    private static String code(CodeList list, String normalised) {
        return "try_element_at(" + map(list.codes()) + ", " + normalised + ")";
    }

    /** A council by code or by name, with or without the words that council names begin and end with. */
    private static String authority(CodeList list, String text) {
        String name = normalised(text);
        String bare = ("regexp_replace(%s, '^(royalboroughof|londonboroughof|lbof|lb|countyof)"
                        + "|(metropolitan|royal)?(london)?(city|county|borough|district)?council$', '')")
                .formatted(name);
        return "CASE WHEN %1$s IS NULL THEN NULL ELSE coalesce(%2$s, %3$s, CASE WHEN upper(%1$s) RLIKE '^[EWSN]\\\\d{8}$' THEN upper(%1$s) END) END"
                .formatted(text, code(list, name), code(list, bare));
    }

    /** One literal that the engine takes apart once; a map of hundreds of literals makes every plan slow. */
    private static String map(Map<String, String> codes) {
        String entries = codes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("|"));
        return "str_to_map(%s, '[|]', '=')".formatted(literal(entries));
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
