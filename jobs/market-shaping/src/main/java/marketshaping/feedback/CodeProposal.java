package marketshaping.feedback;

/**
 * A proposal that a value in a coded column means one of the product's codes.
 *
 * @param value the value in the extract, never one that resembles a name or an identifier
 * @param rows the number of rows with the value
 * @param code the code; empty if no code is close to the value
 * @param isListed true if the product reads the value without a mapping
 */
public record CodeProposal(
        String value, long rows, String code, Confidence confidence, String reason, boolean isListed) {

    CodeProposal with(String otherCode, Confidence other) {
        return new CodeProposal(value, rows, otherCode, other, reason, isListed);
    }
}
