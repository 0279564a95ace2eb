package marketshaping.feedback;

import java.util.Optional;
import java.util.regex.Pattern;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;

/**
 * Determines the cells that a page for the makers of an extract may show. Identifiers of people, dates of birth,
 * postcodes and free text are hidden: the row number is enough to find them in the extract.
 */
final class ExampleMask {
    private static final Pattern POSTCODE = Pattern.compile("(?i)\\s*[a-z]{1,2}[0-9][a-z0-9]?\\s*[0-9][a-z]{2}\\s*");

    private final Optional<Contract> contract;

    /** Creates the mask of an input. Every cell of an unknown input is hidden. */
    ExampleMask(String input) {
        this.contract =
                Inputs.ALL.stream().filter(known -> known.input().equals(input)).findFirst();
    }

    Optional<Contract> contract() {
        return contract;
    }

    /** Returns true if the page may show this cell of a row. */
    boolean shows(String column, String cell) {
        return type(column).filter(type -> shows(type, cell)).isPresent();
    }

    /**
     * Returns true if the page may show this value, by which a mapping classifies rows. The text that a mapping
     * classifies is a category, unless it is a name.
     */
    boolean showsCategory(String column, String value) {
        boolean isCategory = type(column).filter(type -> type == Type.TEXT).isPresent() && !column.endsWith("_name");
        return isCategory || shows(column, value);
    }

    private Optional<Type> type(String column) {
        return contract.flatMap(known -> known.fields().stream()
                .filter(field -> field.name().equals(column))
                .map(Field::type)
                .findFirst());
    }

    private static boolean shows(Type type, String cell) {
        return switch (type) {
            case PERSON, BIRTH_DATE, POSTCODE, TEXT -> false;
            case ID, UPPER_ID -> true;
            case DATE, MONEY, NUMBER, DEGREES, WHOLE, YES_NO, CODE, AUTHORITY ->
                !POSTCODE.matcher(cell).matches();
        };
    }
}
