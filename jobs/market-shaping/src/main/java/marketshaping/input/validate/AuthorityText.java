package marketshaping.input.validate;

import java.util.Locale;
import java.util.regex.Pattern;
import marketshaping.model.contract.Authorities;
import marketshaping.model.contract.Field;

/** Reads local authorities, by GSS code or name. */
final class AuthorityText {
    private static final Pattern GSS_CODE = Pattern.compile("[EWSN]\\d{8}");

    private final Field field;

    AuthorityText(Field field) {
        this.field = field;
    }

    Object value(String text) {
        String code = Authorities.ALL.code(text).orElseGet(() -> newCode(text));
        boolean isNone = code == null && !field.isRequired() && Authorities.ALL.isUnknown(text);
        return isNone ? CellParser.NO_VALUE : code;
    }

    /** Returns a well-formed code that the reference list does not contain yet; null for other text. */
    private static String newCode(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        return GSS_CODE.matcher(capitals).matches() ? capitals : null;
    }
}
