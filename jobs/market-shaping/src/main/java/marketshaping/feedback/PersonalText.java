package marketshaping.feedback;

import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.input.validate.CellParsers;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/** Recognises text that may identify a person, so that it is never shown: a name, identifier, date or postcode. */
final class PersonalText {
    private static final Pattern IDENTIFIER = Pattern.compile("@|\\d{6}|\\d{3}[ -]\\d{3}[ -]\\d{4}");
    private static final Pattern TITLE = Pattern.compile("(?i)(mr|mrs|ms|miss|mx|dr|prof)\\.?\\h+\\p{L}.*");
    private static final Pattern COMMA = Pattern.compile("\\p{Lu}[\\p{L}'-]+,\\h*\\p{Lu}[\\p{L}'.-]*(\\h\\p{Lu}\\.?)?");
    private static final Pattern INITIAL =
            Pattern.compile("\\p{Lu}\\.?\\h\\p{Lu}[\\p{L}'-]+|\\p{Lu}[\\p{L}'-]+\\h\\p{Lu}\\.?");
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}[\\p{L}'-]+(\\h\\p{Lu}[\\p{L}'.-]*){1,2}");
    private static final Field DATE = Field.optional("date", Type.DATE);
    private static final Field POSTCODE = Field.optional("postcode", Type.POSTCODE);

    private PersonalText() {}

    /** Returns true if a value must not be shown. */
    static boolean isIn(String value) {
        return IDENTIFIER.matcher(value).find()
                || isName(value)
                || CellParsers.of(DATE).value(value) != null
                || CellParsers.of(POSTCODE).value(value) != null;
    }

    /** Returns true if a text has the form of a person's name and contains no word of column names and codes. */
    static boolean isName(String text) {
        boolean hasForm = COMMA.matcher(text).matches()
                || INITIAL.matcher(text).matches()
                || WORDS.matcher(text).matches();
        return TITLE.matcher(text).matches()
                || hasForm && ColumnWords.words(text).stream().noneMatch(ColumnWords.ALL::isKnown);
    }

    /** Returns a header cell for display; cells of a row that is not a header are hidden. */
    static String shownHeader(String cell) {
        return isIn(cell) ? "(hidden)" : cell.replaceAll("\\s+", " ");
    }

    /** Returns true if the name of a column announces people's names. */
    static boolean isColumnOfNames(Set<String> meanings) {
        return meanings.stream()
                .anyMatch(Set.of(
                        "worker",
                        "broker",
                        "officer",
                        "manager",
                        "surname",
                        "forename",
                        "firstname",
                        "lastname",
                        "allocated",
                        "author",
                        "owner",
                        "email",
                        "user",
                        "practitioner")::contains);
    }
}
