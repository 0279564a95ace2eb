package marketshaping.feedback;

import java.util.Optional;
import marketshaping.input.validate.RowValidator;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;

/** What whoever made an extract can do about a rule that its rows broke. */
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
            return Optional.of("Fill in %s: a row can't do without it.".formatted(name));
        }
        if (rule.equals(name + RowValidator.MONTH_FIRST)) {
            return Optional.of("Export the dates as 2026-05-29 or 29/05/2026, or give their date-format in a mapping.");
        }
        if (!rule.equals("%s is not %s".formatted(name, field.type().shouldBe()))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.type()) {
                    case CODE ->
                        "Use one of: %s. What a system calls them otherwise, a mapping can tell."
                                .formatted(String.join(", ", field.list().ours()));
                    case AUTHORITY -> "Give the council's GSS code, such as E09000012, or its name in full.";
                    default -> "Write it as %s.".formatted(field.type().shouldBe());
                });
    }

    private static String ofRow(Contract contract, String rule) {
        if (rule.startsWith("another row has the same ")) {
            return "Send each %s once. Rows that share it and differ are all set aside, for none can be preferred."
                    .formatted(String.join(", ", contract.key()));
        }
        if (rule.startsWith("the row has more cells")) {
            return "Put quotes around cells that hold the separator, or take out what stands right of the last column.";
        }
        return "Correct these rows in the system that they come from, and export again.";
    }
}
