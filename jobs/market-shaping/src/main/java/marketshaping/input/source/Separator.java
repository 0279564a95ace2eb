package marketshaping.input.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cell separator of a text file. In a tie, the guess prefers the constant that is declared first. */
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

    /** Returns the name shown to users. */
    public String label() {
        return label;
    }

    /** Returns the separator with the given symbol; empty if there is none. */
    static Optional<Separator> of(char symbol) {
        return Stream.of(values())
                .filter(separator -> separator.symbol == symbol)
                .findFirst();
    }

    /**
     * Guesses the separator that splits the most records into the same number of cells, weighted by that number. Commas
     * in free text give irregular counts, and a title line has one cell for every separator. A file with one column
     * gets the comma.
     *
     * @param cellCounts the number of cells in each of the first records for a given separator
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
