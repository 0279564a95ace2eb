package marketshaping.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

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

    /** Returns true if the product reads the column without a mapping, because it has the name of the field. */
    boolean isCanonical() {
        return CodeList.normalised(field.name()).equals(column.normalised());
    }

    /**
     * Returns a description of the values of a coded column that are not shown: their number and rows, and the first
     * row; empty if all are shown.
     */
    Optional<String> hiddenValues() {
        Set<String> shown = codes.stream().map(CodeProposal::value).collect(Collectors.toSet());
        List<String> hidden = column.values().keySet().stream()
                .filter(value -> !shown.contains(value))
                .toList();
        if (hidden.isEmpty() || !isCoded() || !column.hasFewValues()) {
            return Optional.empty();
        }
        long rows = hidden.stream().mapToLong(column.values()::get).sum();
        ColumnProfile.Place first = column.places().get(hidden.get(0));
        return Optional.of("%s not shown, because %s may be personal: %s, the first is row %d of %s"
                .formatted(
                        hidden.size() == 1 ? "1 value is" : hidden.size() + " values are",
                        hidden.size() == 1 ? "it" : "they",
                        rows == 1 ? "1 row" : "%,d rows".formatted(rows),
                        first.row(),
                        first.file().getFileName()));
    }

    /** Returns true if a mapping can translate the values of the column to codes. */
    boolean isCoded() {
        return field.type() == Type.CODE || field.type() == Type.YES_NO;
    }

    ColumnProposal with(Confidence other, String otherReason) {
        return new ColumnProposal(field, column, score, other, otherReason, codes);
    }

    ColumnProposal withCodes(List<CodeProposal> proposals) {
        return new ColumnProposal(field, column, score, confidence, reason, proposals);
    }
}
