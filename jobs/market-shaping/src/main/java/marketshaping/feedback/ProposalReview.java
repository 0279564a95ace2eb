package marketshaping.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/** Asks the user about every proposal that is not certain, one question each, with the proposal as the default. */
public final class ProposalReview {
    private final Function<String, String> answers;

    /**
     * Creates a review.
     *
     * @param answers shows a question and returns the answer; empty to accept the proposal
     */
    public ProposalReview(Function<String, String> answers) {
        this.answers = answers;
    }

    /** Asks all questions, and changes the proposals as answered. */
    public void review(MappingProposal proposal) {
        for (InputProposal input : proposal.inputs()) {
            for (ColumnProposal column : input.columns()) {
                review(input, column);
            }
            for (String field : input.absent()) {
                String question = "%s: does the extract have no column %s? An empty cell has a meaning. [y/N] "
                        .formatted(input.contract().input(), field);
                if (isYes(answer(question))) {
                    input.confirmAbsence(field);
                }
            }
        }
    }

    private void review(InputProposal input, ColumnProposal column) {
        ColumnProposal reviewed = column;
        if (column.confidence() != Confidence.CERTAIN) {
            String question = "%s: is '%s' the column %s? (%s: %s) [Y/n] "
                    .formatted(
                            input.contract().input(),
                            PersonalText.shownHeader(column.column().header()),
                            column.field().name(),
                            column.confidence(),
                            column.reason());
            String answer = answer(question);
            if (!answer.isEmpty() && !isYes(answer)) {
                input.remove(column.field().name());
                return;
            }
            reviewed = column.with(Confidence.CERTAIN, "confirmed");
        }
        List<CodeProposal> codes = new ArrayList<>();
        reviewed.codes().forEach(code -> codes.add(review(column.field(), code)));
        input.replace(reviewed.withCodes(codes));
    }

    private CodeProposal review(Field field, CodeProposal code) {
        if (code.confidence() == Confidence.CERTAIN) {
            return code;
        }
        String question = code.code().isEmpty()
                ? "%s: which code is '%s'? [Enter: decide later, or a code] ".formatted(field.name(), code.value())
                : "%s: is '%s' %s? [Enter: yes, n: decide later, or a code] "
                        .formatted(field.name(), code.value(), code.code());
        while (true) {
            String answer = answer(question);
            if (code.code().isEmpty()
                    ? answer.isEmpty()
                    : Set.of("n", "no").contains(answer.toLowerCase(Locale.ROOT))) {
                return code.with(code.code(), Confidence.UNSURE);
            } else if (answer.isEmpty()
                    || isYes(answer)
                            && field.type() == Type.CODE
                            && !code.code().isEmpty()) {
                return code.with(code.code(), Confidence.CERTAIN);
            }
            String listed = field.type() == Type.CODE
                    ? field.list().codes().get(CodeList.normalised(answer))
                    : isYes(answer) ? "Yes" : "No";
            if (listed != null) {
                return code.with(listed, Confidence.CERTAIN);
            }
            question = "'%s' is not a code. The codes are: %s. "
                    .formatted(answer, String.join("; ", field.list().canonicalCodes()));
        }
    }

    private String answer(String question) {
        String answer = answers.apply(question);
        return answer == null ? "" : answer.strip();
    }

    private static boolean isYes(String answer) {
        return Set.of("y", "yes").contains(answer.toLowerCase(Locale.ROOT));
    }
}
