package marketshaping.input.validate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * The parsers of all types, for every input and file format.
 *
 * <p>Text with one possible meaning is accepted in any notation. Ambiguous text is refused: a two-digit year, a comma
 * before the pence, a number that a spreadsheet has shortened. A spreadsheet error ({@code #REF!}) is refused in every
 * column, including text and identifiers.
 */
public final class CellParsers {
    /** Words for a missing value in databases, statistics packages and manual entry. */
    private static final Set<String> NULL_WORDS =
            Set.of("null", "(null)", "\\n", "n/a", "na", "nan", "nat", "none", "-", "--", "\u2013", "\u2014");

    /** Words that also mean a missing value in a yes/no column. */
    private static final Set<String> NO_ANSWERS = Set.of("unknown", "not known", "not recorded");

    private static final int LONGEST_NULL_WORD = 12;

    private static final Pattern ERROR =
            Pattern.compile("#(?:N/A|REF!|VALUE!|DIV/0!|NAME[?]|NUM!|NULL!|CALC!|SPILL!|#*)");

    private static final Map<String, Boolean> ANSWERS = Map.of(
            "y", true, "yes", true, "true", true, "1", true, "n", false, "no", false, "false", false, "0", false);

    private CellParsers() {}

    /** Returns the parser for the cells of a field. */
    public static CellParser of(Field field) {
        return switch (field.type()) {
            case ID, PERSON -> IdentifierText::value;
            case UPPER_ID -> IdentifierText::upperCase;
            case TEXT -> text -> isError(text) ? null : text;
            case DATE -> new DateText(field)::value;
            case BIRTH_DATE -> new DateText(field)::month;
            case MONEY, NUMBER -> NumberText::value;
            case DEGREES -> NumberText::degrees;
            case WHOLE -> NumberText::whole;
            case YES_NO -> text -> ANSWERS.get(text.toLowerCase(Locale.ROOT));
            case POSTCODE -> PostcodeText::value;
            case CODE -> new CodeText(field.list())::value;
            case AUTHORITY -> new AuthorityText(field)::value;
        };
    }

    /** Returns true for a word that stands for a missing value: {@code NULL}, {@code N/A} or a single dash. */
    public static boolean isNullWord(Type type, String text) {
        if (text.length() > LONGEST_NULL_WORD) {
            return false;
        }
        String word = text.toLowerCase(Locale.ROOT);
        return NULL_WORDS.contains(word) || type == Type.YES_NO && NO_ANSWERS.contains(word);
    }

    /** Returns true for an error value of a spreadsheet. */
    static boolean isError(String text) {
        return text.startsWith("#") && ERROR.matcher(text).matches();
    }

    /** Returns true if a code matches the text only after normalisation of case, spaces and punctuation. */
    static boolean isNormalised(String text, Object code) {
        return code instanceof String canonical
                && !canonical.equals(text)
                && CodeList.normalised(canonical).equals(CodeList.normalised(text));
    }
}
