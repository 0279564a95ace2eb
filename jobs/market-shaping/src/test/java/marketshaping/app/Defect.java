package marketshaping.app;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One row as a source system or a spreadsheet wrote it, with the expected outcome.
 *
 * @param why what is unusual about the row and, where it is not obvious, why the outcome is right
 * @param input the name of the input
 * @param key the key in the table of accepted rows; empty if the row is not expected there
 * @param row the line in the file
 */
record Defect(String why, String input, String key, String row, Outcome outcome) {
    private static final int MAX_LENGTH = 100;

    /** One of the three possible outcomes for a row. */
    sealed interface Outcome {}

    /**
     * @param values some typed values as text, by column; empty for null
     * @param emptied the columns whose cell can't be used and is emptied
     */
    record Accepted(Map<String, String> values, Set<String> emptied) implements Outcome {}

    /** @param rules every rule violation */
    record Quarantined(List<String> rules) implements Outcome {}

    /** @param kind the kind of row: blank, header, total or repeat */
    record NotARecord(String kind) implements Outcome {}

    @Override
    public String toString() {
        String line = row.length() > MAX_LENGTH ? row.substring(0, MAX_LENGTH) + "…" : row;
        return why + ": " + line.strip() + " is " + outcome.getClass().getSimpleName();
    }
}
