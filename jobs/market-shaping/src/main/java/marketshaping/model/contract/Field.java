package marketshaping.model.contract;

import java.util.Map;

/**
 * One column of an input.
 *
 * @param list the permitted codes, for {@link Type#CODE} and {@link Type#AUTHORITY}; otherwise an empty list
 */
public record Field(String name, Type type, Presence presence, CodeList list) {

    /** Required or optional. A row in which a required field is empty is quarantined. */
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

    /** Returns a copy of this field that permits only these codes. */
    public Field from(CodeList codes) {
        return new Field(name, type, presence, codes);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** Returns true if the cells are amounts or numbers, which a total row also contains. */
    public boolean isAmount() {
        return type == Type.MONEY || type == Type.NUMBER || type == Type.WHOLE;
    }
}
