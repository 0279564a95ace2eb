package marketshaping.model.contract;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * One column of an input.
 *
 * @param traits further properties; most fields have none
 * @param unit the column without which an amount has no meaning, such as its frequency; empty for most fields
 * @param list the permitted codes, for {@link Type#CODE} and {@link Type#AUTHORITY}; otherwise an empty list
 */
public record Field(String name, Type type, Presence presence, CodeList list, Set<Trait> traits, String unit)
        implements Serializable {

    /** Required or optional. A row in which a required field is empty is quarantined. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** A property of a field, apart from its type. */
    public enum Trait {
        /** A headline figure uses the field, so that many unusable cells stop the input. */
        HEADLINE,
        /** An empty cell has a meaning, so that the user must confirm that the column is missing. */
        ABSENCE_CONFIRMED,
        /** An empty cell has a meaning, so that the column may not be missing next to an ignored one that resembles it. */
        ABSENCE_COMPARED
    }

    private static final CodeList NO_LIST = new CodeList("", Map.of());

    public static Field required(String name, Type type) {
        return new Field(name, type, Presence.REQUIRED, NO_LIST, Set.of(), "");
    }

    public static Field optional(String name, Type type) {
        return new Field(name, type, Presence.OPTIONAL, NO_LIST, Set.of(), "");
    }

    /** Returns a copy of this field that permits only these codes. */
    public Field from(CodeList codes) {
        return new Field(name, type, presence, codes, traits, unit);
    }

    /** Returns a copy of this field with these traits. */
    public Field with(Trait... added) {
        return new Field(name, type, presence, list, Set.of(added), unit);
    }

    /** Returns a copy of this amount that is unknown in rows whose cell in this column can't be used. */
    public Field per(String column) {
        return new Field(name, type, presence, list, traits, column);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** Returns true if the cells are amounts or numbers, which a total row also contains. */
    public boolean isAmount() {
        return type == Type.MONEY || type == Type.NUMBER || type == Type.WHOLE;
    }
}
