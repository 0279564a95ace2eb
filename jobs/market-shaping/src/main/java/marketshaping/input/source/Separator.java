package marketshaping.input.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What stands between two cells of a text file. The order breaks a tie when it is guessed. */
public enum Separator {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab"),
    PIPE('|', "pipe");

    private final char symbol;
    private final String label;

    Separator(char symbol, String label) {
        this.symbol = symbol;
        this.label = label;
    }

    public char symbol() {
        return symbol;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /**
     * The separator that cuts the most records into one same number of cells, weighed by that number: a text column
     * full of commas is even in no file, and a title line has one cell whatever cuts it. A file of one column is said
     * to be separated by commas.
     *
     * @param cellCounts the number of cells of each of the first records, were they cut by the separator given
     */
    static Separator guess(Function<Separator, List<Integer>> cellCounts) {
        Separator best = COMMA;
        long bestEvenness = 0;
        for (Separator candidate : values()) {
            long evenness = evenness(cellCounts.apply(candidate));
            if (evenness > bestEvenness) {
                best = candidate;
                bestEvenness = evenness;
            }
        }
        return best;
    }

    private static long evenness(List<Integer> cellCounts) {
        Map<Integer, Integer> records = new HashMap<>();
        cellCounts.forEach(cells -> records.merge(cells, 1, Integer::sum));
        return records.entrySet().stream()
                .mapToLong(entry -> (entry.getKey() - 1L) * entry.getValue())
                .max()
                .orElse(0);
    }
}
