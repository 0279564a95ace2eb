package marketshaping.model.settings;

/**
 * A finding that the council accepts, so that it does not stop the input.
 *
 * @param column the column; empty for findings that concern no column
 * @param finding the name of the finding, such as cells-emptied
 * @param upToPercent the largest percentage of rows or keys that is accepted
 */
public record Acceptance(String input, String column, String finding, double upToPercent) {

    /** Returns true if it covers a finding with this percentage. */
    public boolean covers(String ofInput, String ofColumn, String kind, double percent) {
        return input.equals(ofInput) && column.equals(ofColumn) && finding.equals(kind) && percent <= upToPercent;
    }
}
