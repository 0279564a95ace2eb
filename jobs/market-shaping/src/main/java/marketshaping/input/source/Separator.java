package marketshaping.input.source;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cell separator of a text file. In a tie, the guess prefers the constant that is declared first. */
enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    final char symbol;

    Separator(char symbol) {
        this.symbol = symbol;
    }

    static Separator of(char symbol) {
        return Stream.of(values())
                .filter(one -> one.symbol == symbol)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Guesses the separator that splits the most records into the same number of cells, weighted by that number. Commas
     * in free text give irregular counts, and a title line has one cell for every separator.
     */
    static Separator guess(Function<Separator, List<List<String>>> records) {
        return Stream.of(values())
                .max(Comparator.comparingLong(candidate -> evenness(records.apply(candidate))))
                .orElseThrow();
    }

    /** Returns the number of separators in the records of the most usual width. */
    static long evenness(List<List<String>> records) {
        return records.stream().collect(groupingBy(List::size, counting())).entrySet().stream()
                .mapToLong(recordsOfWidth -> (recordsOfWidth.getKey() - 1) * recordsOfWidth.getValue())
                .max()
                .orElse(0);
    }
}
