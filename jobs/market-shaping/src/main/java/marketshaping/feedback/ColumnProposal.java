package marketshaping.feedback;

import java.util.List;
import marketshaping.model.contract.Field;

/**
 * A proposal that a column of an extract contains a field of an input.
 *
 * @param column the column of the extract
 * @param score the strength of the evidence, from 0 to 1
 * @param reason the evidence in words; it contains no cell of the column
 * @param codes proposals for the values of a coded field; empty for other fields
 */
public record ColumnProposal(
        Field field,
        ColumnProfile column,
        double score,
        Confidence confidence,
        String reason,
        List<CodeProposal> codes) {

    public ColumnProposal {
        codes = List.copyOf(codes);
    }

    ColumnProposal with(Confidence other, String otherReason) {
        return new ColumnProposal(field, column, score, other, otherReason, codes);
    }

    ColumnProposal withCodes(List<CodeProposal> proposals) {
        return new ColumnProposal(field, column, score, confidence, reason, proposals);
    }
}
