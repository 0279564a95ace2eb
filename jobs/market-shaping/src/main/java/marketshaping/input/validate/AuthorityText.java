package marketshaping.input.validate;

import marketshaping.model.contract.Authorities;
import marketshaping.model.contract.Field;

/** Reads local authorities, by GSS code or name. */
final class AuthorityText {
    private final Field field;

    AuthorityText(Field field) {
        this.field = field;
    }

    Object value(String text) {
        String code = Authorities.ALL.code(text).orElse(null);
        boolean isNone = code == null && !field.isRequired() && Authorities.ALL.isUnknown(text);
        return isNone ? CellParser.NO_VALUE : code;
    }
}
