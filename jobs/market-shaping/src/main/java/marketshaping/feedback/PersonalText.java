package marketshaping.feedback;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises text that may identify a person, so that it is never shown: a name, identifier, date or address. */
final class PersonalText {
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final Pattern IDENTIFIER = Pattern.compile("@|\\d{5}|\\d{3}[ -]\\d{3}[ -]\\d{4}");
    private static final Pattern DATE = Pattern.compile("(?i)\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b"
            + "|\\b\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}\\b"
            + "|\\b\\d{1,2}(?:st|nd|rd|th)?[ -]?" + MONTH + "[ ,-]*\\d{2,4}\\b"
            + "|\\b" + MONTH + "[ -]\\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b");
    private static final Pattern POSTCODE =
            Pattern.compile("(?i)\\b[a-z]{1,2}\\d[a-z\\d]?\\h?\\d[abd-hjlnp-uw-z]{2}\\b");
    private static final Pattern TITLE = Pattern.compile("(?i)\\b(?:mr|mrs|ms|miss|mx|dr|prof)\\b\\.?\\h+\\p{L}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b\\d{1,4}[a-z]?,?\\h(?:[\\p{L}'’-]+\\h){1,3}"
            + "(?:street|st|road|rd|avenue|ave|lane|drive|gardens|terrace|crescent|grove)\\b");
    private static final Pattern POSSESSIVE = Pattern.compile("\\p{L}['’]s\\b|s['’](?=\\h)");
    private static final Pattern COMMA = Pattern.compile("\\p{Lu}[\\p{L}'-]+,\\h*\\p{Lu}[\\p{L}'.-]*(\\h\\p{Lu}\\.?)?");
    private static final Pattern INITIAL =
            Pattern.compile("\\p{Lu}\\.?\\h\\p{Lu}[\\p{L}'-]+|\\p{Lu}[\\p{L}'-]+\\h\\p{Lu}\\.?");
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}[\\p{L}'-]+(\\h\\p{Lu}[\\p{L}'.-]*){1,2}");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:h|hr|hour|min|minute|day|d|wk|week|x|st|nd|rd|th)?");

    /** The fewest rows with a value that is shown although it contains words other than those of columns and codes. */
    static final int LEAST_ROWS = 3;

    private PersonalText() {}

    /** Returns true if a text contains an identifier, or a part with the form of a name. */
    static boolean isIn(String text) {
        return isIdentifying(text) || CodeMatcher.PARTS.splitAsStream(text).anyMatch(part -> isName(part.strip()));
    }

    /**
     * Returns true if a value of a coded column may be shown: it consists of known words and short numbers, or it is
     * frequent and contains nothing personal.
     *
     * @param rows the number of rows with the value
     */
    static boolean mayShow(String value, long rows) {
        return isVocabulary(value) ? !isNumbered(value) : rows >= LEAST_ROWS && !isIn(value);
    }

    /** Returns true if a text has the form of a person's name and contains no word of column names and codes. */
    static boolean isName(String text) {
        boolean hasForm = COMMA.matcher(text).matches()
                || INITIAL.matcher(text).matches()
                || WORDS.matcher(text).matches();
        return TITLE.matcher(text).lookingAt()
                || hasForm && ColumnWords.words(text).stream().noneMatch(ColumnWords.ALL::isKnown);
    }

    /** Returns a header cell for display. */
    static String shownHeader(String cell) {
        boolean isHidden = isNumbered(cell) || !isVocabulary(cell) && isIdentifying(cell);
        return isHidden ? "(hidden)" : cell.replaceAll("\\s+", " ");
    }

    private static boolean isIdentifying(String text) {
        return isNumbered(text)
                || TITLE.matcher(text).find()
                || POSSESSIVE.matcher(text).find()
                || COMMA.matcher(text).matches() && !isVocabulary(text);
    }

    /** Returns true if a text contains digits that identify: a long number, a date, a postcode or an address. */
    private static boolean isNumbered(String text) {
        return IDENTIFIER.matcher(text).find()
                || DATE.matcher(text).find()
                || POSTCODE.matcher(text).find()
                || ADDRESS.matcher(text).find();
    }

    /** Returns true if a text consists of words of column names and codes, and of short numbers and their units. */
    private static boolean isVocabulary(String text) {
        return ColumnWords.words(text).stream()
                .allMatch(word ->
                        ColumnWords.ALL.isKnown(word) || NUMBER.matcher(word).matches());
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
