package marketshaping.input.validate;

import java.util.List;

/**
 * One row after validation.
 *
 * @param file the position of its file in the extract, from 0
 * @param number the row number in the file, from 1
 * @param kind {@link #ACCEPTED}, {@link #QUARANTINED}, or the kind of a row that is not a record: {@code header}
 *     (repeated), {@link #TOTAL}, {@link #REPEAT} (of an accepted row), or {@code left out: } with the reason from the
 *     mapping
 * @param violations the rules that the row violates; empty unless it is quarantined
 * @param values the typed value of each field, in the order of the contract, with people's identifiers hashed; null if
 *     it is empty or can't be used
 * @param normalised a bit set of the fields whose code matched only after normalisation of case, spaces and punctuation;
 *     bit n is the n-th field
 * @param emptied a bit set of the optional fields whose cell can't be used
 * @param isClassified true unless no entry of the mapping's classification matches
 * @param text the text of a quarantined row as JSON by column, with people's identifiers hashed and dates of birth
 *     hidden, or "(hidden)"; null for all other rows
 * @param unusable the texts of the emptied cells, which distinguish rows that share a key; empty for most rows
 */
public record ValidatedRow(
        int file,
        long number,
        String kind,
        List<RowViolation> violations,
        Object[] values,
        long normalised,
        long emptied,
        boolean isClassified,
        String text,
        String unusable) {
    public static final String ACCEPTED = "accepted";
    public static final String QUARANTINED = "quarantined";
    public static final String TOTAL = "total";
    public static final String REPEAT = "repeat";
    public static final String HEADER = "header";
    static final String LEFT_OUT = "left out: ";

    public boolean isAccepted() {
        return kind.equals(ACCEPTED);
    }

    public boolean isQuarantined() {
        return kind.equals(QUARANTINED);
    }

    /** Returns true if the row is accepted or quarantined. */
    public boolean isRecord() {
        return isAccepted() || isQuarantined();
    }

    /** Returns a copy of another kind. */
    ValidatedRow as(String otherKind, List<RowViolation> otherViolations, String otherText) {
        return new ValidatedRow(
                file,
                number,
                otherKind,
                otherViolations,
                values,
                normalised,
                emptied,
                isClassified,
                otherText,
                unusable);
    }
}
