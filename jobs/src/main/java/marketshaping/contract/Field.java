package marketshaping.contract;

import java.util.Arrays;
import java.util.List;

/**
 * One column of an input.
 *
 * @param list the codes it may hold, for {@link Type#CODE} and {@link Type#AUTHORITY}; otherwise an empty list
 * @param alsoCalled header names it goes by elsewhere, as regular expressions over normalised names
 */
public record Field(String name, Type type, Presence presence, CodeList list, List<String> alsoCalled) {

    /** Whether a row can do without it. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private static final CodeList NO_LIST = new CodeList("", java.util.Map.of());

    public static Field required(String name, Type type) {
        return new Field(name, type, Presence.REQUIRED, NO_LIST, List.of());
    }

    public static Field optional(String name, Type type) {
        return new Field(name, type, Presence.OPTIONAL, NO_LIST, List.of());
    }

    /** The same field, which holds one of these codes. */
    public Field from(CodeList codes) {
        return new Field(name, type, presence, codes, alsoCalled);
    }

    public Field alsoCalled(String... names) {
        return new Field(name, type, presence, list, Arrays.asList(names));
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    /** Whether a header cell names this field. */
    boolean isCalled(String header) {
        String normalised = CodeList.normalised(header);
        return normalised.equals(CodeList.normalised(name))
                || alsoCalled.stream().anyMatch(normalised::matches);
    }
}
