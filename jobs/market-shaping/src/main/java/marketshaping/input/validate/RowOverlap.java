package marketshaping.input.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds rows that two files of an input without a key share. They are equal in every column of the input, whatever the
 * formats of the files.
 */
final class RowOverlap {
    private static final double MOST = 0.8;

    private final List<Map<String, Integer>> rowsByFile = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();

    /** The rows of one file that are also in another, by the positions of the files. */
    record Overlap(int file, int other, long shared, long of) {
        /** Returns true if most rows of the smaller file are in the other. */
        boolean isMost() {
            return shared > MOST * of;
        }
    }

    RowOverlap(int files) {
        for (int i = 0; i < files; i++) {
            rowsByFile.add(new HashMap<>());
            rows.add(0L);
        }
    }

    /** Adds an accepted row. */
    void add(ValidatedRow row) {
        rowsByFile.get(row.file()).merge(text(row), 1, Integer::sum);
        rows.set(row.file(), rows.get(row.file()) + 1);
    }

    /** Returns the values of a row as one text. Amounts of different formats have different numbers of decimals. */
    private static String text(ValidatedRow row) {
        return Stream.of(row.values())
                .map(value -> value instanceof BigDecimal amount ? amount.stripTrailingZeros() : value)
                .map(String::valueOf)
                .collect(Collectors.joining("\u001f"));
    }

    /** Returns the pairs of files that share rows; the smaller file comes first. */
    List<Overlap> overlaps() {
        List<Overlap> overlaps = new ArrayList<>();
        for (int first = 0; first < rowsByFile.size(); first++) {
            for (int second = first + 1; second < rowsByFile.size(); second++) {
                boolean isFirstSmaller = rows.get(first) <= rows.get(second);
                int smaller = isFirstSmaller ? first : second;
                int larger = isFirstSmaller ? second : first;
                long shared = shared(rowsByFile.get(smaller), rowsByFile.get(larger));
                if (shared > 0) {
                    overlaps.add(new Overlap(smaller, larger, shared, rows.get(smaller)));
                }
            }
        }
        return overlaps;
    }

    private static long shared(Map<String, Integer> rows, Map<String, Integer> others) {
        long shared = 0;
        for (Map.Entry<String, Integer> row : rows.entrySet()) {
            shared += Math.min(row.getValue(), others.getOrDefault(row.getKey(), 0));
        }
        return shared;
    }
}
