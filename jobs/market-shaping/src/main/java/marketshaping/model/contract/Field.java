package marketshaping.model.contract;

import java.util.Map;

/**
 * One column of an input.
 *
 * @param list the codes it may hold, for {@link Type#CODE} and {@link Type#AUTHORITY}; otherwise an empty list
 */
public record Field(String name, Type type, Presence presence, CodeList list) {

    /** Whether a row can do without it. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private static final CodeList NO_LIST = new CodeList("", Map.of());

    public static Field required(String name, Type type) {
        return new Field(name, type, Presence.REQUIRED, NO_LIST);
    }

    public static Field optional(String name, Type type) {
        return new Field(name, type, Presence.OPTIONAL, NO_LIST);
    }

    /** The same field, which holds one of these codes. */
    public Field from(CodeList codes) {
        return new Field(name, type, presence, codes);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** Whether it is an amount or a number, which a row of totals has where a record has its key. */
    public boolean isAmount() {
        return type == Type.MONEY || type == Type.NUMBER || type == Type.WHOLE;
    }
}
