package marketshaping.feedback;

import marketshaping.input.validate.RowViolation;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;

/** Provides advice on how to fix each rule violation, for the people who make the extract. */
final class Remedies {

    private static final String IN_SOURCE = "Correct these rows in the source system, and export them again.";

    private Remedies() {}

    /** Returns advice for a violation, given by its message. */
    static String of(Contract contract, String message) {
        return RowViolation.allOf(contract).stream()
                .filter(violation -> violation.message().equals(message))
                .findFirst()
                .map(violation -> of(contract, violation))
                .orElse(IN_SOURCE);
    }

    private static String of(Contract contract, RowViolation violation) {
        return switch (violation.code()) {
            case EMPTY -> "Fill in %s: every row needs it.".formatted(violation.column());
            case MONTH_FIRST -> "Export the dates as 2026-05-29 or 29/05/2026, or state the date-format in a mapping.";
            case DIGITS_LOST -> "Format the column as text in the source, so that all digits are exported.";
            case WRONG_TYPE -> ofType(field(contract, violation.column()));
            case RAGGED -> "Put quotes around cells that contain the separator, or delete cells after the last column.";
            case KEY_DIFFERS ->
                "Send each %s only once. If different rows share one, all are quarantined, as any could be right."
                        .formatted(violation.column());
            case CONTRACT, MAPPING -> IN_SOURCE;
        };
    }

    private static String ofType(Field field) {
        return switch (field.type()) {
            case CODE ->
                "Use one of: %s. A mapping can translate other codes."
                        .formatted(String.join(", ", field.list().canonicalCodes()));
            case AUTHORITY -> "Give the council's GSS code, such as E09000012, or its full name.";
            default -> "Write it as %s.".formatted(field.type().expected());
        };
    }

    private static Field field(Contract contract, String name) {
        return contract.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
