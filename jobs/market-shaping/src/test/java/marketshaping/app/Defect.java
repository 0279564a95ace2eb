package marketshaping.app;

import java.util.List;
import java.util.Map;

/**
 * One row as somebody's system or spreadsheet wrote it, and what must become of it.
 *
 * @param why what is odd about it, and where that is not plain, why this is the right end of it
 * @param input whose row it is
 * @param key what the table of accepted rows knows it by; empty where it is not expected there
 * @param row its line in the file
 */
record Defect(String why, String input, String key, String row, Outcome outcome) {
    private static final int SHOWN = 100;

    /** What became of a row. Nothing else can become of it. */
    sealed interface Outcome {}

    /** @param values some of its typed values, by column, as text; empty where there is none */
    record Accepted(Map<String, String> values) implements Outcome {}

    /** @param rules every rule that it broke */
    record Quarantined(List<String> rules) implements Outcome {}

    /** @param kind what it is instead of a record: blank, header, total or repeat */
    record NotARecord(String kind) implements Outcome {}

    @Override
    public String toString() {
        String line = row.length() > SHOWN ? row.substring(0, SHOWN) + "…" : row;
        return why + ": " + line.strip() + " is " + outcome.getClass().getSimpleName();
    }
}
