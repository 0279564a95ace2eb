package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.List;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Rule;
import marketshaping.model.contract.Type;

/**
 * One rule that a row violates.
 *
 * @param code the rule, in words that never change
 * @param column the column that it concerns; empty if it concerns the whole row
 * @param message the violation in words, as the quarantine and reports show it
 */
public record RowViolation(Code code, String column, String message) {

    /** The kinds of rules. */
    public enum Code {
        RAGGED,
        EMPTY,
        WRONG_TYPE,
        DIGITS_LOST,
        /** A date with its month first. A file that contains one is refused as a whole. */
        MONTH_FIRST,
        /** A rule of the contract for the whole row. */
        CONTRACT,
        /** A rule of the mapping. */
        MAPPING,
        KEY_DIFFERS
    }

    static final RowViolation RAGGED = new RowViolation(Code.RAGGED, "", "the row has more cells than the header");

    static RowViolation empty(Field field) {
        return new RowViolation(Code.EMPTY, field.name(), field.name() + " is empty");
    }

    static RowViolation wrongType(Field field) {
        return new RowViolation(
                Code.WRONG_TYPE,
                field.name(),
                "%s is not %s".formatted(field.name(), field.type().expected()));
    }

    static RowViolation digitsLost(Field field) {
        return new RowViolation(
                Code.DIGITS_LOST, field.name(), field.name() + " has lost digits, because a spreadsheet shortened it");
    }

    static RowViolation monthFirst(Field field) {
        return new RowViolation(Code.MONTH_FIRST, field.name(), field.name() + " has its month first");
    }

    static RowViolation of(Rule rule) {
        return new RowViolation(Code.CONTRACT, "", rule.message());
    }

    static RowViolation ofMapping(String because) {
        return new RowViolation(Code.MAPPING, "", because);
    }

    /** Returns the violation of rows that share a key and differ. */
    public static RowViolation keyDiffers(Contract contract) {
        return new RowViolation(
                Code.KEY_DIFFERS,
                String.join(", ", contract.key()),
                "another row has the same %s and differs".formatted(String.join(", ", contract.key())));
    }

    /** Returns every violation that rows of an input can have, except those of mappings. */
    public static List<RowViolation> allOf(Contract contract) {
        List<RowViolation> all = new ArrayList<>(List.of(RAGGED));
        for (Field field : contract.fields()) {
            all.add(empty(field));
            all.add(wrongType(field));
            if (isIdentifier(field.type())) {
                all.add(digitsLost(field));
            }
            if (isDate(field.type())) {
                all.add(monthFirst(field));
            }
        }
        contract.rules().forEach(rule -> all.add(of(rule)));
        all.add(keyDiffers(contract));
        return List.copyOf(all);
    }

    static boolean isIdentifier(Type type) {
        return type == Type.ID || type == Type.PERSON || type == Type.UPPER_ID;
    }

    static boolean isDate(Type type) {
        return type == Type.DATE || type == Type.BIRTH_DATE;
    }
}
