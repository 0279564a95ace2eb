package marketshaping.feedback;

import java.util.Optional;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;

/** Provides advice on how to fix each rule violation, for the people who make the extract. */
final class Remedies {

    private Remedies() {}

    static String of(Contract contract, String rule) {
        return contract.fields().stream()
                .flatMap(field -> of(field, rule).stream())
                .findFirst()
                .orElseGet(() -> ofRow(contract, rule));
    }

    private static Optional<String> of(Field field, String rule) {
        String name = field.name();
        if (rule.equals(name + " is empty")) {
            return Optional.of("Fill in %s: every row needs it.".formatted(name));
        }
        if (rule.equals(name + RowValidator.MONTH_FIRST)) {
            return Optional.of("Export the dates as 2026-05-29 or 29/05/2026, or state the date-format in a mapping.");
        }
        if (!rule.equals("%s is not %s".formatted(name, field.type().expected()))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.type()) {
                    case CODE ->
                        "Use one of: %s. A mapping can translate other codes."
                                .formatted(String.join(", ", field.list().canonicalCodes()));
                    case AUTHORITY -> "Give the council's GSS code, such as E09000012, or its full name.";
                    default -> "Write it as %s.".formatted(field.type().expected());
                });
    }

    private static String ofRow(Contract contract, String rule) {
        if (rule.startsWith("another row has the same ")) {
            return "Send each %s only once. If different rows share one, all are quarantined, as any could be right."
                    .formatted(String.join(", ", contract.key()));
        }
        if (rule.startsWith("the row has more cells")) {
            return "Put quotes around cells that contain the separator, or delete cells after the last column.";
        }
        return "Correct these rows in the source system, and export them again.";
    }
}
