package marketshaping.model.document;

import java.util.List;

/**
 * A place in a YAML document that its schema does not allow.
 *
 * @param line the line of the value; for a missing key, the line of the object that lacks it
 * @param key the position, as keys joined with dots and list positions from 1, such as {@code intentions[1].by}; empty
 *     for the whole document
 * @param value the text of the value; empty if it is missing
 * @param expected the schema's {@code errorMessage}, such as "must be text", or the {@code title} of a missing key;
 *     may be empty
 * @param known the valid keys at this level, for an unknown key
 */
public record Violation(Kind kind, int line, String key, String value, String expected, List<String> known) {

    /** The kinds of violations, which users fix in different ways. */
    public enum Kind {
        UNKNOWN_KEY,
        MISSING_KEY,
        WRONG_VALUE
    }

    public Violation {
        known = List.copyOf(known);
    }

    /** Returns true if there is a value that is neither a list nor an object. */
    public boolean isScalar() {
        return !value.isEmpty() && !value.startsWith("[") && !value.startsWith("{");
    }
}
